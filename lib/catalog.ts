import 'server-only';
import path from 'node:path';
import type { z } from 'zod';
import { allOrReport } from '@/lib/all-or-report';
import { type TableCharts, tableChartsFile } from '@/lib/claim/claim';
import { readClaims } from '@/lib/claim/read-claims';
import type { Claims } from '@/lib/claim/text';
import { DataFolder } from '@/lib/data-folder';
import { type FileFacts, fileFacts, revisionHash } from '@/lib/revision/hash';
import { type SiteFacts, siteFile } from '@/lib/site-facts';
import { type DataPackage, datapackage, type Resource } from '@/lib/table/descriptor';
import { parseTable, type Table, TableError } from '@/lib/table/table';

/** All of `data/`, checked. */

export type Catalog = {
  descriptor: DataPackage;
  tables: Map<string, Table>;
  /** The texts with their claims. */
  claims: Claims;
  /** The chart that a table is shown with, by the table's name. */
  tableCharts: TableCharts;
  /** Who runs this copy of the site, and its glossary. */
  site: SiteFacts;
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

async function readChecked<T>(folder: DataFolder, file: string, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await folder.json(file));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    (issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`,
  );
  throw new Error(lines.join('\n'));
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

/** The ids of all sources; none to check by when their own table is broken, which is told apart. */
async function sourceIds(sources: Promise<Table>): Promise<Set<string> | undefined> {
  try {
    return new Set((await sources).rows.map((row) => String(row.cells.source_id)));
  } catch {
    return undefined;
  }
}

async function readTables(
  folder: DataFolder,
  { resources }: DataPackage,
): Promise<Map<string, Table>> {
  const resource = resources.find(({ name }) => name === 'sources');
  if (!resource) throw new Error('datapackage.json: no resource "sources"');
  const sources = readTable(folder, resource);
  const ids = await sourceIds(sources);
  const tables = await allOrReport(
    resources.map((one) => (one === resource ? sources : readTable(folder, one, ids))),
  );
  return new Map(tables.map((table) => [table.resource.name, table]));
}

/** A file that the descriptor does not name would be neither checked nor served. */
async function checkFiles(folder: DataFolder, { resources }: DataPackage): Promise<void> {
  const described = new Set(resources.map((resource) => resource.path));
  const stray = (await folder.list('tables')).filter((name) => !described.has(`tables/${name}`));
  if (stray.length > 0) throw new Error(`datapackage.json: does not describe ${stray.join(', ')}`);
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

async function readFolder(folder: DataFolder): Promise<Catalog> {
  const descriptor = await readChecked(folder, 'datapackage.json', datapackage);
  const [tables, claims, tableCharts, site, files] = await allOrReport([
    readTables(folder, descriptor),
    readClaims(folder, (file, schema) => readChecked(folder, file, schema)),
    readChecked(folder, 'table-charts.json', tableChartsFile),
    readChecked(folder, 'site.json', siteFile),
    factsOfFiles(folder, descriptor),
    checkFiles(folder, descriptor),
  ]);
  const revision = revisionHash(descriptor, claims, files);
  return { descriptor, tables, claims, tableCharts, site, files, revision };
}

const createdIn = async (root: string): Promise<string> =>
  (await DataFolder.open(root)).text('datapackage.json');

/** An import while the files are read would leave some of before and some of after: they are read again. */
export async function readCatalog(root = dataRoot()): Promise<Catalog> {
  for (;;) {
    const before = await createdIn(root);
    const reading = readFolder(await DataFolder.open(root));
    const [result] = await Promise.allSettled([reading]);
    if ((await createdIn(root)) !== before) continue;
    if (result.status === 'fulfilled') return result.value;
    throw result.reason;
  }
}

let kept: Promise<Catalog> | undefined;

/** The catalog, read once in a process. */
export function catalog(): Promise<Catalog> {
  kept ??= readCatalog();
  return kept;
}
