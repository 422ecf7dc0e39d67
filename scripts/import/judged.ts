import { hasMoved, type Judged, judged } from '@/lib/claim/judged';
import { settingOf } from '@/lib/claim/setting';
import type { Claims } from '@/lib/claim/text';
import type { DataFolder } from '@/lib/data-folder';
import type { DataPackage, Resource } from '@/lib/table/descriptor';
import { parseTable, type Table } from '@/lib/table/table';

export type ChangedClaim = { id: string; before: Judged; after: Judged };

/** A table that no claim names may be too large to hold. */
const SMALL = 16 * 1024 * 1024;

/** Every table that a claim names. */
function tablesAskedFor(value: unknown, names = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return names;
  for (const [key, one] of Object.entries(value)) {
    if (key === 'table' && typeof one === 'string') names.add(one);
    else tablesAskedFor(one, names);
  }
  return names;
}

/** Claims may ask for a table of so many bytes: some ask for tables that they do not name. */
export const mostJudged = ({ name }: Resource, claims: Claims): number =>
  tablesAskedFor(claims).has(name) ? Number.POSITIVE_INFINITY : SMALL;

/** What the claims come to on the data in a folder, its logs aside. Throws where a claim can't be put to them. */
export async function judge(
  folder: DataFolder,
  descriptor: DataPackage,
  claims: Claims,
): Promise<Map<string, Judged>> {
  const tables = new Map<string, Table>();
  for (const resource of descriptor.resources) {
    if (resource.log || (await folder.size(resource.path)) > mostJudged(resource, claims)) continue;
    tables.set(resource.name, await parseTable(resource, await folder.stream(resource.path)));
  }
  const setting = settingOf({ descriptor, tables });
  return new Map(claims.claims.map((claim) => [claim.id, judged(claim, setting)]));
}

/** The claims whose verdict, or the result of a reading, is another. */
export function changedClaims(
  before: ReadonlyMap<string, Judged>,
  after: ReadonlyMap<string, Judged>,
): ChangedClaim[] {
  return [...before].flatMap(([id, was]) => {
    const is = after.get(id);
    return is && hasMoved(was, is) ? [{ id, before: was, after: is }] : [];
  });
}
