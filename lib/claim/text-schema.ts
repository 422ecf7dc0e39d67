import { z } from 'zod';
import { textFile } from './text';

/** `data/text.schema.json`: what editors check a text's file by and complete it from. */
export const textSchemaJson = (): string =>
  `${JSON.stringify(z.toJSONSchema(textFile, { io: 'input' }), null, 2)}\n`;
