import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Claim, tableChartsFile } from '@/lib/claim/claim';
import { readClaims } from '@/lib/claim/read-claims';
import { type ClaimResult, claimResult } from '@/lib/claim/result';
import { settingOf } from '@/lib/claim/setting';
import { fileFacts, revisionHash } from '@/lib/revision/hash';
import { siteFile } from '@/lib/site-facts';
import { datapackage } from '@/lib/table/descriptor';
import { parseTableText, type Table } from '@/lib/table/table';
import type { Catalog } from './catalog';
import { DataFolder } from './data-folder';

/** The real data for tests: read without `lib/catalog.ts`, which only a server may import. */

export const folder = path.join(__dirname, '..', 'data');

const text = (file: string, root = folder) => readFile(path.join(root, file), 'utf8');

async function read(root = folder): Promise<Catalog> {
  const json = async (file: string) => JSON.parse(await text(file, root));
  const descriptor = datapackage.parse(await json('datapackage.json'));
  const tables = await Promise.all(
    descriptor.resources.map(async (resource) => {
      const table = await parseTableText(resource, await text(resource.path, root));
      return [resource.name, table] as const;
    }),
  );
  return {
    descriptor,
    tables: new Map(tables),
    claims: await readClaims(await DataFolder.open(root), async (file, schema) =>
      schema.parse(await json(file)),
    ),
    tableCharts: tableChartsFile.parse(await json('table-charts.json')),
    site: siteFile.parse(await json('site.json')),
    files: new Map(),
    revision: '',
  };
}

let kept: Promise<Catalog> | undefined;

export function realCatalog(): Promise<Catalog> {
  kept ??= read();
  return kept;
}

/** The data of another folder, with the name of their state. */
export async function catalogIn(root: string): Promise<Catalog> {
  const catalog = await read(root);
  const { resources } = catalog.descriptor;
  const facts = resources.map(
    async (one) => [one.name, fileFacts(await readFile(path.join(root, one.path)))] as const,
  );
  const files = new Map(await Promise.all(facts));
  const revision = revisionHash(catalog.descriptor, catalog.claims, files);
  return { ...catalog, files, revision };
}

/** The catalog as it would be with other lines in one table: each `[from, to]` is a change of one line. */
export async function changedCatalog(
  name: string,
  changes: [from: string, to: string | null][],
): Promise<Catalog> {
  const catalog = await realCatalog();
  const { resource } = tableIn(catalog, name);
  const lines = (await text(resource.path)).split('\n');
  for (const [from, to] of changes) {
    const place = lines.indexOf(from);
    if (place === -1) throw new Error(`${resource.path}: no line ${JSON.stringify(from)}`);
    lines.splice(place, 1, ...(to === null ? [] : [to]));
  }
  const table = await parseTableText(resource, lines.join('\n'));
  return { ...catalog, tables: new Map(catalog.tables).set(name, table) };
}

export function tableIn({ tables }: Pick<Catalog, 'tables'>, name: string): Table {
  const table = tables.get(name);
  if (!table) throw new Error(`no table "${name}"`);
  return table;
}

export function claimIn({ claims }: Catalog, id: string): Claim {
  const claim = claims.claims.find((one) => one.id === id);
  if (!claim) throw new Error(`no claim "${id}"`);
  return claim;
}

const results = new Map<string, ClaimResult>();

/** A claim judged on the real data, once for all tests of a process. */
export async function realResult(id: string): Promise<ClaimResult> {
  const catalog = await realCatalog();
  const result = results.get(id) ?? claimResult(claimIn(catalog, id), settingOf(catalog));
  results.set(id, result);
  return result;
}
