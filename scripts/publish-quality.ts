import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { RECORD_NAMES } from '@/lib/quality/record';
import { root } from './command.mjs';
import { RECORDS_FOLDER } from './record';

/** Takes what commands measured here last into the project, where `/quality` shows it. */

const files = new Map([
  ...RECORD_NAMES.map((name) => [`${name}.json`, `quality/${name}.json`] as const),
  ['full-pass.json', 'e2e/full-pass.json'],
]);

for (const [name, published] of files) {
  const file = join(RECORDS_FOLDER, name);
  if (!existsSync(file)) continue;
  copyFileSync(file, join(root, published));
  console.log(`${published}: written. Commit it to publish it.`);
}
