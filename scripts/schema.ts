import './output.mjs';
import { writeFileSync } from 'node:fs';
import { textSchemaJson } from '@/lib/claim/text-schema';

/** `npm run schema`: writes the JSON Schema of `data/texts/`. */
writeFileSync('data/text.schema.json', textSchemaJson());
