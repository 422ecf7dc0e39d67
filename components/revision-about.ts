import { seriesView } from '@/components/series-view';
import type { Catalog } from '@/lib/catalog';
import { rowsDrawn } from '@/lib/chart/input';
import type { Claim } from '@/lib/claim/claim';
import { evidence } from '@/lib/claim/evidence';
import { rowName } from '@/lib/table/row-name';
import type { Chosen } from '@/lib/view/chosen';
import type { About } from './revision-told';

/** What each kind of page shows, and which rows are behind it. */

export const hasClaim =
  (id: string) =>
  ({ claims }: Catalog): boolean =>
    claims.claims.some((claim) => claim.id === id);

export const hasTable =
  (id: string) =>
  ({ tables }: Catalog): boolean =>
    tables.has(id);

const among =
  (names: ReadonlySet<string>): About['bears'] =>
  (table, key) =>
    names.has(rowName(table, key));

export function aboutClaim(catalog: Catalog, claim: Claim, { limits }: Chosen): About {
  const { rows } = evidence(catalog, claim);
  const names = rows.map(({ table, row }) => rowName(table.resource.name, row.key));
  return {
    has: hasClaim(claim.id),
    bears: among(new Set(names)),
    claim: claim.id,
    ownLimits: Object.keys(limits).length > 0,
  };
}

export const aboutTable = (name: string): About => ({
  has: hasTable(name),
  bears: (table) => table === name,
});

export function aboutChart(catalog: Catalog, chosen: Chosen): About {
  const { viewed } = seriesView(catalog, chosen);
  return { bears: among(new Set(viewed.flatMap((one) => rowsDrawn(one.input)))) };
}
