import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readCatalog } from '@/lib/catalog';
import { checkQuotes } from '@/lib/claim/check-quotes';
import './output.mjs';

/** Checks every quote against a text of the article: `npm run claims -- path/to/article.txt`. */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error('which text? npm run claims -- path/to/article.txt');
  const content = await readFile(file);
  const { claims } = await readCatalog();
  const sha256 = createHash('sha256').update(content).digest('hex');
  const problems = checkQuotes(claims, content.toString('utf8'), sha256);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  console.log(`${claims.claims.length} quotes stand in ${file} to the letter.`);
}

/** The end of the command, for whoever runs it within a process of theirs. */
export const ended = main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
