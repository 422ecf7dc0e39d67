import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readCatalog } from '@/lib/catalog';
import { checkQuotes } from '@/lib/claim/check-quotes';
import './output.mjs';

/** Checks every quote of a text against a copy of it: `npm run claims -- <text> path/to/copy.txt`. */
async function main(): Promise<void> {
  const [id, file] = process.argv.slice(2);
  if (!id || !file) throw new Error('npm run claims -- <text> path/to/copy.txt');
  const content = await readFile(file);
  const { claims } = await readCatalog();
  const sha256 = createHash('sha256').update(content).digest('hex');
  const text = claims.texts.find((one) => one.id === id);
  if (!text) throw new Error(`no text "${id}": ${claims.texts.map((one) => one.id).join(', ')}`);
  const own = claims.claims.filter((claim) => claim.text === text);
  const problems = checkQuotes(text, own, content.toString('utf8'), sha256);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  console.log(`${own.length} quotes stand in ${file} to the letter.`);
}

/** The end of the command, for whoever runs it within a process of theirs. */
export const ended = main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
