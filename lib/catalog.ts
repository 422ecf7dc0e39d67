import 'server-only';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ClaimsFile, claimsFile } from '@/lib/claim';
import { type DataPackage, datapackage, type Resource } from '@/lib/descriptor';
import { parseTable, type Table, TableError } from '@/lib/table';

/** The one file that touches the disk: all of `data/`, checked. */

export type Catalog = {
  descriptor: DataPackage;
  tables: Map<string, Table>;
  claims: ClaimsFile;
};

const folder = (): string => process.env.CLAIMLINE_DATA ?? path.join(process.cwd(), 'data');

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(path.join(folder(), file), 'utf8');
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
  parseTable(resource, createReadStream(path.join(folder(), resource.path)), { sources });

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

export async function readCatalog(): Promise<Catalog> {
  const descriptor = await readChecked('datapackage.json', datapackage);
  const [tables, claims] = await Promise.all([
    readTables(descriptor),
    readChecked('claims.json', claimsFile),
  ]);
  return { descriptor, tables, claims };
}

let kept: Promise<Catalog> | undefined;

/** The catalog, read once in a process. */
export function catalog(): Promise<Catalog> {
  kept ??= readCatalog();
  return kept;
}
