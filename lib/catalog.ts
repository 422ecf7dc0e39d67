import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ZodType } from 'zod';
import { type TableCharts, tableChartsFile } from '@/lib/claim/claim';
import { readClaims } from '@/lib/claim/read-claims';
import type { Claims } from '@/lib/claim/text';
import { DataFolder } from '@/lib/data-folder';
import { type FileFacts, fileFacts } from '@/lib/revision/hash';
import {
  folderOf,
  hashesOf,
  ofToday,
  revisionOf,
  shownFiles,
  stateFile,
  statePath,
} from '@/lib/revision/state';
import { parsedAs } from '@/lib/schema-problems';
import { type SiteFacts, siteFile } from '@/lib/site-facts';
import { type DataPackage, datapackage, type Resource } from '@/lib/table/descriptor';
import { parseTable, type Table, TableError } from '@/lib/table/table';

/** All of `data/`, checked. */

export type Catalog = {
  /** The folder that they were read from. */
  root: string;
  descriptor: DataPackage;
  tables: Map<string, Table>;
  /** The texts with their claims. */
  claims: Claims;
  /** The chart that a table is shown with, by the table's name. */
  tableCharts: TableCharts;
  /** Who runs this copy of the site, and its glossary. */
  site: SiteFacts;
  /** Size and SHA-256 of each file, by its path. */
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

type Files = Catalog['files'];

/** A table that is read already, with the same content and description. */
type Known = (resource: Resource, files: Files) => Table | undefined;

async function readTables(
  folder: DataFolder,
  resources: Resource[],
  faults: Faults,
  known: (resource: Resource) => Table | undefined,
): Promise<Map<string, Table>> {
  const read = async (resource: Resource, ids?: Set<string>) =>
    known(resource) ?? faults.unless(readTable(folder, resource, ids));
  const resource = resources.find(({ name }) => name === 'sources');
  const sources = resource && (await read(resource));
  // Unknown where the table of sources is broken, which is reported already.
  const ids = sources && new Set(sources.rows.map((row) => String(row.cells.source_id)));
  const tables = resources.map((one) => (one === resource ? sources : read(one, ids)));
  const found = (await Promise.all(tables)).filter((table) => table !== undefined);
  return new Map(found.map((table) => [table.resource.name, table]));
}

/** Tables that the code asks for by name. */
const REQUIRED = ['sources', 'revisions', 'revision-changes'];

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
  files: string[],
  faults: Faults,
): Promise<Files | undefined> {
  const facts = files.map(async (file) => [file, fileFacts(await folder.read(file))] as const);
  return faults.unless(Promise.all(facts).then((all) => new Map(all)));
}

/** What of the folder is JSON; `undefined` for what has a fault. */
async function readJson(folder: DataFolder, faults: Faults) {
  const read = <T>(file: string, schema: ZodType<T>) =>
    faults.unless(readChecked(folder, file, schema));
  const [descriptor, claims, tableCharts = {}, site] = await Promise.all([
    read('datapackage.json', datapackage),
    faults.unless(readClaims(folder, (file, schema) => readChecked(folder, file, schema))),
    read('table-charts.json', tableChartsFile),
    read('site.json', siteFile),
  ]);
  return { descriptor, claims, tableCharts, site };
}

async function readFolder(folder: DataFolder, known: Known): Promise<Found> {
  const faults = new Faults();
  const { descriptor, claims, tableCharts, site } = await readJson(folder, faults);
  if (!descriptor) return { catalog: null, problems: faults.lines() };
  const shown = await shownFiles(folder, descriptor);
  const files = await factsOfFiles(folder, [...shown, ...ofToday(descriptor)], faults);
  const [tables] = await Promise.all([
    readTables(folder, descriptor.resources, faults, (one) => files && known(one, files)),
    faults.unless(checkFiles(folder, descriptor, faults)),
  ]);
  const problems = faults.lines();
  if (!claims || !files || !site) return { catalog: null, problems };
  const content = [...files].filter(([file]) => shown.includes(file));
  const read = { root: folder.root, descriptor, tables, claims, tableCharts, site, files };
  return { catalog: { ...read, revision: revisionOf(hashesOf(content)) }, problems };
}

const createdIn = async (root: string): Promise<string> =>
  (await DataFolder.open(root)).text('datapackage.json');

/** Reads all that can be read; again, where an import changes the files meanwhile. */
export async function findCatalog(root = dataRoot()): Promise<Found> {
  for (;;) {
    const before = await createdIn(root);
    const found = await readFolder(await DataFolder.open(root), () => undefined);
    if ((await createdIn(root)) === before) return found;
  }
}

/** The whole catalog. Throws an error with all faults of all files. */
export async function readCatalog(root = dataRoot()): Promise<Catalog> {
  const { catalog, problems } = await findCatalog(root);
  if (!catalog || problems.length > 0) throw new Error(problems.join('\n'));
  return catalog;
}

/**
 * The data of a recorded state, from its kept files, and the rule of its verdicts. A table that `near` has just so is
 * not read again. The logs are those of `now`, which lead to every state.
 */
export async function readState(
  now: Catalog,
  revision: string,
  near: Catalog = now,
): Promise<{ catalog: Catalog; rule: number }> {
  const folder = await DataFolder.open(now.root);
  const state = await readChecked(folder, statePath(revision), stateFile);
  const known: Known = (resource, files) => {
    if (resource.log) return now.tables.get(resource.name);
    const table = near.tables.get(resource.name);
    const isSame =
      near.files.get(resource.path)?.hash === files.get(resource.path)?.hash &&
      isDeepStrictEqual(table?.resource, resource);
    return isSame ? table : undefined;
  };
  const { catalog, problems } = await readFolder(
    folderOf(folder, state, ofToday(now.descriptor)),
    known,
  );
  if (!catalog || problems.length > 0)
    throw new Error(problems.map((line) => `${statePath(revision)}: ${line}`).join('\n'));
  const logs = [...now.tables].filter(([, { resource }]) => resource.log);
  const dated = [...catalog.tables].map(([name, table]) => {
    return [name, { ...table, asOf: revision }] as const;
  });
  const earlier = { ...catalog, tables: new Map([...dated, ...logs]), revision, asOf: revision };
  return { catalog: earlier, rule: state.rule };
}

let kept: Promise<Catalog> | undefined;

/** The catalog, read once in a process. */
export function catalog(): Promise<Catalog> {
  kept ??= readCatalog();
  return kept;
}
