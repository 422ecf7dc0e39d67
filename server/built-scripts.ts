import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf, inlineScripts } from './policy';

/** Hashes of all scripts that stand in the pages under a folder. No reader had a hand in those pages. */
export function builtScripts(folder: string): Set<string> {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  return new Set(
    pages
      .map((page) => readFileSync(path.join(folder, page), 'utf8'))
      .flatMap((html) => inlineScripts(html).map(({ code }) => hashOf(code))),
  );
}
