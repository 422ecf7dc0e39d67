import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Claim, claimsFile, tableChartsFile } from '@/lib/claim/claim';
import { type ClaimResult, claimResult } from '@/lib/claim/result';
import { settingOf } from '@/lib/claim/setting';
import { fileFacts, revisionHash } from '@/lib/revision/hash';
import { datapackage } from '@/lib/table/descriptor';
import { parseTableText, type Table } from '@/lib/table/table';
import type { Catalog } from './catalog';

/** Data for tests. */

const root = path.join(__dirname, '..');

/** The data that the site is built from. They are revised: no test may hold a figure of theirs. */
export const folder = path.join(root, 'data');

/** Made-up data that no import changes, each edge of the engine in a few rows. */
export const frozen = path.join(root, 'fixtures/data');

const text = (from: string, file: string) => readFile(path.join(from, file), 'utf8');

async function read(from: string): Promise<Catalog> {
  const json = async (file: string) => JSON.parse(await text(from, file));
  const descriptor = datapackage.parse(await json('datapackage.json'));
  const tables = await Promise.all(
    descriptor.resources.map(async (resource) => {
      const table = await parseTableText(resource, await text(from, resource.path));
      return [resource.name, table] as const;
    }),
  );
  return {
    descriptor,
    tables: new Map(tables),
    claims: claimsFile.parse(await json('claims.json')),
    tableCharts: tableChartsFile.parse(await json('table-charts.json')),
    files: new Map(),
    revision: '',
  };
}

let kept: Promise<Catalog> | undefined;

/** The made-up data, read once for all tests of a process. */
export function frozenCatalog(): Promise<Catalog> {
  kept ??= read(frozen);
  return kept;
}

/** The data of any folder, with the name of their state. */
export async function catalogIn(from: string): Promise<Catalog> {
  const catalog = await read(from);
  const { resources } = catalog.descriptor;
  const facts = resources.map(
    async (one) => [one.name, fileFacts(await readFile(path.join(from, one.path)))] as const,
  );
  const files = new Map(await Promise.all(facts));
  const revision = revisionHash(catalog.descriptor, catalog.claims, files);
  return { ...catalog, files, revision };
}

/** The made-up data as they would be with other lines in one table: each `[from, to]` is a change of one line. */
export async function changedCatalog(
  name: string,
  changes: [from: string, to: string | null][],
): Promise<Catalog> {
  const catalog = await frozenCatalog();
  const { resource } = tableIn(catalog, name);
  const lines = (await text(frozen, resource.path)).split('\n');
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

/** A claim judged on the made-up data, once for all tests of a process. */
export async function frozenResult(id: string): Promise<ClaimResult> {
  const catalog = await frozenCatalog();
  const result = results.get(id) ?? claimResult(claimIn(catalog, id), settingOf(catalog));
  results.set(id, result);
  return result;
}
