import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readCatalog } from '@/lib/catalog';
import { reading } from '@/lib/claim/claim';
import { readingResult } from '@/lib/claim/result';
import { settingOf } from '@/lib/claim/setting';
import { parsedAs } from '@/lib/schema-problems';

/** The README's examples work. `scripts/import/examples.test.ts` runs its import commands. */

const readme = readFileSync('README.md', 'utf8');

const blocks = [...readme.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text = '']) => text);

test('every JSON example is a reading that the data can answer', async () => {
  const setting = settingOf(await readCatalog());
  expect(blocks.length).toBeGreaterThan(0);
  for (const block of blocks) {
    const example = parsedAs('README.md', reading, JSON.parse(block));
    expect(readingResult(example, 1, undefined, setting, '2025-06').result).not.toBe('unsettled');
  }
});

test('every command is a script of package.json', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const commands = [...readme.matchAll(/npm (?:run )?(?:--silent )?([a-z][a-z:-]*)/g)];
  const names = new Set(commands.map(([, name = '']) => name));
  expect(names.size).toBeGreaterThan(10);
  for (const name of names) expect(Object.keys(scripts)).toContain(name);
});

test('every file that is named exists', () => {
  const named = /`((?:app|components|data|docs|lib|quality|scripts|server)\/[\w./-]+)`/g;
  const files = [...readme.matchAll(named)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(10);
  // Measuring commands write their files.
  for (const file of files.filter((one) => !one.startsWith('quality/')))
    expect(existsSync(file), file).toBe(true);
});
