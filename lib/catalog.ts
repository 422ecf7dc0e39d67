import 'server-only';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ClaimsFile, claimsFile, type TableCharts, tableChartsFile } from '@/lib/claim/claim';
import { type FileFacts, fileFacts, revisionHash } from '@/lib/revision/hash';
import { type DataPackage, datapackage, type Resource } from '@/lib/table/descriptor';
import { parseTable, type Table, TableError } from '@/lib/table/table';

/** The one file that touches the disk: all of `data/`, checked. */

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
};

/** Another folder may be checked in the place of the project's own: `CLAIMLINE_DATA`. */
const inFolder = (file: string): string =>
  path.join(
    /* turbopackIgnore: true */ process.env.CLAIMLINE_DATA ?? path.join(process.cwd(), 'data'),
    file,
  );

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(inFolder(file), 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

async function readChecked<T>(
  file: string,
  schema: {
    safeParse(
      value: unknown,
    ):
      | { success: true; data: T }
      | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } };
  },
): Promise<T> {
  const parsed = schema.safeParse(await readJson(file));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    (issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`,
  );
  throw new Error(lines.join('\n'));
}

/** All of them, or one error that tells everything that is wrong with any of them. */
async function allOrReport<T extends readonly Promise<unknown>[]>(
  promises: [...T],
): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(promises);
  const failed = settled.flatMap((one) =>
    one.status === 'rejected' ? [(one.reason as Error).message] : [],
  );
  if (failed.length > 0) throw new Error([...new Set(failed)].join('\n'));
  return Promise.all(promises) as Promise<{ [K in keyof T]: Awaited<T[K]> }>;
}

async function readTable(resource: Resource, sources?: Set<string>): Promise<Table> {
  try {
    return await parseTable(resource, createReadStream(inFolder(resource.path)), { sources });
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

async function readTables({ resources }: DataPackage): Promise<Map<string, Table>> {
  const resource = resources.find(({ name }) => name === 'sources');
  if (!resource) throw new Error('datapackage.json: no resource "sources"');
  const sources = readTable(resource);
  const ids = await sourceIds(sources);
  const tables = await allOrReport(
    resources.map((one) => (one === resource ? sources : readTable(one, ids))),
  );
  return new Map(tables.map((table) => [table.resource.name, table]));
}

/** A file that the descriptor does not name would be neither checked nor served. */
async function checkFiles({ resources }: DataPackage): Promise<void> {
  const described = new Set(resources.map((resource) => resource.path));
  const stray = (await readdir(inFolder('tables'))).filter(
    (name) => !described.has(`tables/${name}`),
  );
  if (stray.length > 0) throw new Error(`datapackage.json: does not describe ${stray.join(', ')}`);
}

async function factsOfFiles({ resources }: DataPackage): Promise<Map<string, FileFacts>> {
  const facts = resources.map(
    async ({ name, path: file }) => [name, fileFacts(await readFile(inFolder(file)))] as const,
  );
  return new Map(await Promise.all(facts));
}

export async function readCatalog(): Promise<Catalog> {
  const descriptor = await readChecked('datapackage.json', datapackage);
  const [tables, claims, tableCharts, files] = await allOrReport([
    readTables(descriptor),
    readChecked('claims.json', claimsFile),
    readChecked('table-charts.json', tableChartsFile),
    factsOfFiles(descriptor),
    checkFiles(descriptor),
  ]);
  const revision = revisionHash(descriptor, claims, files);
  return { descriptor, tables, claims, tableCharts, files, revision };
}

let kept: Promise<Catalog> | undefined;

/** The catalog, read once in a process. */
export function catalog(): Promise<Catalog> {
  kept ??= readCatalog();
  return kept;
}
