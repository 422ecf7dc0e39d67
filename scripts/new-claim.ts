import './output.mjs';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { id as claimId } from '@/lib/claim/claim';
import { withSkeleton } from '@/lib/claim/skeleton';

/** `npm run new-claim -- <text> <id>`: a claim to fill in, at the end of its text's file. */

const FOLDER = 'data/texts';

function main([text, id]: string[]): void {
  if (!text || !id) throw new Error('npm run new-claim -- <text> <id>');
  const file = path.join(FOLDER, `${text}.json`);
  if (!existsSync(file)) throw new Error(`no ${file}`);
  const checked = claimId.safeParse(id);
  if (!checked.success) throw new Error(`${id}: ${checked.error.issues[0]?.message}`);
  for (const name of readdirSync(FOLDER)) {
    const { claims } = JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'));
    if (claims.some((one: { id: string }) => one.id === id))
      throw new Error(`${name} has a claim "${id}"`);
  }
  writeFileSync(file, withSkeleton(readFileSync(file, 'utf8'), id));
  console.log(`${file}: claim "${id}" at the end. "npm run data" names what is still to fill.`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
