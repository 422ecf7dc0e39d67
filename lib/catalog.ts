import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ClaimsFile, claimsFile, type TableCharts, tableChartsFile } from '@/lib/claim';
import { type DataPackage, datapackage, type Resource } from '@/lib/descriptor';
import { parseTable, type Table, TableError } from '@/lib/table';

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

type FileFacts = { bytes: number; hash: string };

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

const readTable = (resource: Resource, sources?: Set<string>): Promise<Table> =>
  parseTable(resource, createReadStream(inFolder(resource.path)), { sources });

/** Reads every table even when one is broken, so that one run reports all that is wrong. */
async function readTables({ resources }: DataPackage): Promise<Map<string, Table>> {
  const sourcesResource = resources.find((resource) => resource.name === 'sources');
  if (!sourcesResource) throw new Error('datapackage.json: no resource "sources"');
  const sources = await readTable(sourcesResource);
  const ids = new Set(sources.rows.map((row) => String(row.cells.source_id)));
  const read = await Promise.allSettled(
    resources.map((resource) =>
      resource === sourcesResource ? sources : readTable(resource, ids),
    ),
  );
  const failed = read.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
  if (failed.some((error) => !(error instanceof TableError))) throw failed[0];
  if (failed.length > 0) throw new Error(failed.map((error) => error.message).join('\n'));
  return new Map(
    read.flatMap((one) =>
      one.status === 'fulfilled' ? [[one.value.resource.name, one.value] as const] : [],
    ),
  );
}

const sha256 = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex');

async function fileFacts({ resources }: DataPackage): Promise<Map<string, FileFacts>> {
  const facts = resources.map(async ({ name, path: file }) => {
    const content = await readFile(inFolder(file));
    return [name, { bytes: content.length, hash: `sha256:${sha256(content)}` }] as const;
  });
  return new Map(await Promise.all(facts));
}

export async function readCatalog(): Promise<Catalog> {
  const descriptor = await readChecked('datapackage.json', datapackage);
  const [tables, claims, tableCharts, files] = await Promise.all([
    readTables(descriptor),
    readChecked('claims.json', claimsFile),
    readChecked('table-charts.json', tableChartsFile),
    fileFacts(descriptor),
  ]);
  const revision = sha256(JSON.stringify([descriptor, claims, [...files]])).slice(0, 10);
  return { descriptor, tables, claims, tableCharts, files, revision };
}

let kept: Promise<Catalog> | undefined;

/** The catalog, read once in a process. */
export function catalog(): Promise<Catalog> {
  kept ??= readCatalog();
  return kept;
}
