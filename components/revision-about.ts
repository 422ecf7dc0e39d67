import { seriesView } from '@/components/series-view';
import type { Catalog } from '@/lib/catalog';
import type { Claim } from '@/lib/claim/claim';
import { evidence } from '@/lib/claim/evidence';
import { chartRowNames } from '@/lib/claim/rows';
import { rowName } from '@/lib/table/row-name';
import type { Chosen } from '@/lib/view/chosen';
import type { About } from './revision-told';

/** Which rows are behind what each kind of page shows. */

const among =
  (names: ReadonlySet<string>): About['bears'] =>
  (table, key) =>
    names.has(rowName(table, key));

export function aboutClaim(catalog: Catalog, claim: Claim, { limits }: Chosen): About {
  const { rows } = evidence(catalog, claim);
  const names = rows.map(({ table, row }) => rowName(table.resource.name, row.key));
  return {
    bears: among(new Set(names)),
    claim: claim.id,
    ownLimits: Object.keys(limits).length > 0,
  };
}

export const aboutTable = (name: string): About => ({ bears: (table) => table === name });

export function aboutChart(catalog: Catalog, chosen: Chosen): About {
  const { viewed } = seriesView(catalog, chosen);
  return { bears: among(new Set(viewed.flatMap((one) => chartRowNames(one.input)))) };
}
