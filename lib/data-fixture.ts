import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Claim } from '@/lib/claim/claim';
import { type ClaimResult, claimResult } from '@/lib/claim/result';
import { settingOf } from '@/lib/claim/setting';
import { parseTableText, type Table } from '@/lib/table/table';
import { type Catalog, readCatalog } from './catalog';

/** Data for tests. */

const root = path.join(__dirname, '..');

/** The data that the site is built from. They are revised: no test may hold a figure of theirs. */
export const folder = path.join(root, 'data');

/** Made-up data that no import changes, each edge of the engine in a few rows. */
export const frozen = path.join(root, 'fixtures/data');

let kept: Promise<Catalog> | undefined;

/** The made-up data, read once for all tests of a process. */
export function frozenCatalog(): Promise<Catalog> {
  kept ??= readCatalog(frozen);
  return kept;
}

/** The made-up data as they would be with other lines in one table: each `[from, to]` is a change of one line. */
export async function changedCatalog(
  name: string,
  changes: [from: string, to: string | null][],
): Promise<Catalog> {
  const catalog = await frozenCatalog();
  const { resource } = tableIn(catalog, name);
  const lines = (await readFile(path.join(frozen, resource.path), 'utf8')).split('\n');
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
