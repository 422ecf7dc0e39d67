import { z } from 'zod';
import { type Catalog, findCatalog } from '@/lib/catalog';
import { DataFolder } from '@/lib/data-folder';
import { mapping } from '@/lib/import/mapping';
import { parsedAs } from '@/lib/schema-problems';
import { field } from '@/lib/table/descriptor';
import { checkCatalog } from './catalog';
import { checkMapping } from './mapping';
import type { Report } from './report';
import { statesFaults } from './states';
import { checkWords } from './words';

/** Checks the content of one file; some can be checked only beside the rest of the data. */
type Check = (file: string, content: unknown, catalog: Catalog | null, report: Report) => void;

const checkImport: Check = (file, content, catalog, report) => {
  const read = parsedAs(file, mapping, content);
  if (catalog) checkMapping(read, catalog, report);
};

const checkWordsFile: Check = (file, content, _, report) => {
  checkWords(content, report);
  if (file.endsWith('-columns.json')) parsedAs(file, z.array(field), content);
};

/** A folder may lack them: the site has words of its own, and no publisher need be known. */
async function jsonIn(folder: DataFolder, name: string): Promise<string[]> {
  const files = await folder.list(name).catch(() => []);
  return files.flatMap((file) => (file.endsWith('.json') ? [`${name}/${file}`] : []));
}

/** Everything in a folder of data, and a line for each fault that a page, a file or the build would fail on. */
export async function checkFolder(
  root: string,
): Promise<{ catalog: Catalog | null; problems: string[] }> {
  const { catalog, problems } = await findCatalog(root);
  const lines = new Set([...problems, ...(catalog ? checkCatalog(catalog) : [])]);
  const folder = await DataFolder.open(root);
  const check = async (file: string, run: Check) => {
    try {
      const report: Report = (place, message) =>
        lines.add([file, place, message].filter(Boolean).join(': '));
      run(file, await folder.json(file), catalog, report);
    } catch (error) {
      for (const line of (error as Error).message.split('\n')) lines.add(line);
    }
  };
  // What is wrong with the data would be said again of each state that shares it.
  if (catalog && lines.size === 0) for (const line of await statesFaults(catalog)) lines.add(line);
  for (const file of await jsonIn(folder, 'imports')) await check(file, checkImport);
  for (const file of await jsonIn(folder, 'words')) await check(file, checkWordsFile);
  return { catalog, problems: [...lines] };
}
