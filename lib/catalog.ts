import path from 'node:path';
import type { ZodType } from 'zod';
import { type ClaimsFile, claimsFile, type TableCharts, tableChartsFile } from '@/lib/claim/claim';
import { DataFolder } from '@/lib/data-folder';
import { type FileFacts, fileFacts, revisionHash } from '@/lib/revision/hash';
import { parsedAs } from '@/lib/schema-problems';
import { type DataPackage, datapackage, type Resource } from '@/lib/table/descriptor';
import { parseTable, type Table, TableError } from '@/lib/table/table';

/** All of `data/`, checked. */

export type Catalog = {
  descriptor: DataPackage;
  tables: Map<string, Table>;
  claims: ClaimsFile;
  /** The chart that a table is shown with, by the table's name. */
  tableCharts: TableCharts;
  /** Size and SHA-256 of each table's file, by the table's name. */
  files: Map<string, FileFacts>;
  /** The state of the data, named by a hash of its content. */
  revision: string;
  /** The same, where these are the data of then. */
  asOf?: string;
};

/** Another folder may be checked in the place of the project's own: `CLAIMLINE_DATA`. */
export const dataRoot = (): string =>
  /* turbopackIgnore: true */ process.env.CLAIMLINE_DATA ?? path.join(process.cwd(), 'data');

async function readChecked<T>(folder: DataFolder, file: string, schema: ZodType<T>): Promise<T> {
  return parsedAs(file, schema, await folder.json(file));
}

/** What could be read, and a line for each fault. */
export type Found = { catalog: Catalog | null; problems: string[] };

/** Collects the faults of all files, so that they are reported together. */
class Faults {
  private readonly messages = new Set<string>();

  add(message: string): void {
    this.messages.add(message);
  }

  async unless<T>(work: Promise<T>): Promise<T | undefined> {
    try {
      return await work;
    } catch (error) {
      this.add((error as Error).message);
      return undefined;
    }
  }

  lines(): string[] {
    return [...this.messages].flatMap((message) => message.split('\n'));
  }
}

async function readTable(
  folder: DataFolder,
  resource: Resource,
  sources?: Set<string>,
): Promise<Table> {
  try {
    return await parseTable(resource, await folder.stream(resource.path), { sources });
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new Error(`${resource.path}: ${(error as Error).message}`);
  }
}

async function readTables(
  folder: DataFolder,
  { resources }: DataPackage,
  faults: Faults,
): Promise<Map<string, Table>> {
  const resource = resources.find(({ name }) => name === 'sources');
  const sources = resource && (await faults.unless(readTable(folder, resource)));
  // Unknown where the table of sources is broken, which is reported already.
  const ids = sources && new Set(sources.rows.map((row) => String(row.cells.source_id)));
  const tables = resources.map((one) =>
    one === resource ? sources : faults.unless(readTable(folder, one, ids)),
  );
  const read = (await Promise.all(tables)).filter((table) => table !== undefined);
  return new Map(read.map((table) => [table.resource.name, table]));
}

/** Tables that the code asks for by name. */
const REQUIRED = ['sources', 'exchange-rates', 'revisions', 'revision-changes'];

/** A file that the descriptor does not name would be neither checked nor served. */
async function checkFiles(
  folder: DataFolder,
  { resources }: DataPackage,
  faults: Faults,
): Promise<void> {
  const described = new Set(resources.map((resource) => resource.path));
  const names = resources.map(({ name }) => name);
  const stray = (await folder.list('tables')).filter((name) => !described.has(`tables/${name}`));
  if (stray.length > 0) faults.add(`datapackage.json: does not describe ${stray.join(', ')}`);
  for (const name of REQUIRED.filter((one) => !names.includes(one)))
    faults.add(`datapackage.json: no table "${name}", which pages and files read`);
}

async function factsOfFiles(
  folder: DataFolder,
  { resources }: DataPackage,
): Promise<Map<string, FileFacts>> {
  const facts = resources.map(
    async ({ name, path: file }) => [name, fileFacts(await folder.read(file))] as const,
  );
  return new Map(await Promise.all(facts));
}

async function readFolder(folder: DataFolder): Promise<Found> {
  const faults = new Faults();
  const read = <T>(file: string, schema: ZodType<T>) =>
    faults.unless(readChecked(folder, file, schema));
  const [descriptor, claims, tableCharts] = await Promise.all([
    read('datapackage.json', datapackage),
    read('claims.json', claimsFile),
    read('table-charts.json', tableChartsFile),
  ]);
  if (!descriptor) return { catalog: null, problems: faults.lines() };
  const [tables, files] = await Promise.all([
    readTables(folder, descriptor, faults),
    faults.unless(factsOfFiles(folder, descriptor)),
    faults.unless(checkFiles(folder, descriptor, faults)),
  ]);
  const problems = faults.lines();
  if (!claims || !files) return { catalog: null, problems };
  const revision = revisionHash(descriptor, claims, files);
  const catalog = { descriptor, tables, claims, tableCharts: tableCharts ?? {}, files, revision };
  return { catalog, problems };
}

const createdIn = async (root: string): Promise<string> =>
  (await DataFolder.open(root)).text('datapackage.json');

/** Reads all that can be read; again, where an import changes the files meanwhile. */
export async function findCatalog(root = dataRoot()): Promise<Found> {
  for (;;) {
    const before = await createdIn(root);
    const found = await readFolder(await DataFolder.open(root));
    if ((await createdIn(root)) === before) return found;
  }
}

/** The whole catalog. Throws an error with all faults of all files. */
export async function readCatalog(root = dataRoot()): Promise<Catalog> {
  const { catalog, problems } = await findCatalog(root);
  if (!catalog || problems.length > 0) throw new Error(problems.join('\n'));
  return catalog;
}

let kept: Promise<Catalog> | undefined;

/** The catalog, read once in a process. */
export function catalog(): Promise<Catalog> {
  kept ??= readCatalog();
  return kept;
}
