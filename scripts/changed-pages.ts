import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '../e2e/addresses';
import { root } from './command.mjs';
import { changedPages, type Hashes, markupHash } from './full-pass';
import { withProduction } from './production';
import { RECORDS_FOLDER } from './record';

/**
 * Prints as JSON the pages whose markup differs from that of the last full pass: `full`, those that are tested at
 * every width and scheme at once, and `left`, the rest. With `--keep` it keeps the markup as that of a full pass.
 */

/** Published: the hash of each page's markup at the last full pass, by address. */
const FULL_PASS = join(root, 'e2e/full-pass.json');

async function hashes(origin: string): Promise<Hashes> {
  const found: Hashes = {};
  for (const { address, status } of pages) {
    const response = await fetch(origin + address);
    if (response.status !== status) throw new Error(`${address}: status ${response.status}`);
    found[address] = markupHash(await response.text());
  }
  return found;
}

const before = (): Hashes =>
  existsSync(FULL_PASS) ? JSON.parse(readFileSync(FULL_PASS, 'utf8')) : {};

async function main(): Promise<void> {
  const now = await withProduction(({ origin }) => hashes(origin));
  if (!process.argv.includes('--keep'))
    return console.log(JSON.stringify(changedPages(before(), now)));
  mkdirSync(RECORDS_FOLDER, { recursive: true });
  writeFileSync(join(RECORDS_FOLDER, 'full-pass.json'), `${JSON.stringify(now, null, 2)}\n`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
