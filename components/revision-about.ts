import { claimHref, tableHref } from '@/components/links';
import { seriesView } from '@/components/series-view';
import { tableChart } from '@/components/table-chart';
import type { Catalog } from '@/lib/catalog';
import type { Claim } from '@/lib/claim/claim';
import { evidence } from '@/lib/claim/evidence';
import { chartRowNames } from '@/lib/claim/rows';
import { rowName } from '@/lib/table/row-name';
import type { Table } from '@/lib/table/table';
import { type Chosen, chosenHref, viewAt } from '@/lib/view/chosen';
import type { Line } from './revision-figures';
import type { About } from './revision-told';

/** Which rows are behind what each kind of page shows, and where its charts stand by themselves. */

const among =
  (names: ReadonlySet<string>): About['bears'] =>
  (table, key) =>
    names.has(rowName(table, key));

/** At the revision that the reader asked for. */
function chartLine(path: string, chosen: Chosen, text: string, number = 1): Line {
  const href = chosenHref(`/embed${path}`, viewAt(chosen, chosen.view.v ?? ''));
  return { text, href: number === 1 ? href : `${href}&chart=${number}` };
}

export function aboutClaim(catalog: Catalog, claim: Claim, chosen: Chosen): About {
  const { rows } = evidence(catalog, claim);
  const names = rows.map(({ table, row }) => rowName(table.resource.name, row.key));
  const path = claimHref(claim.id);
  return {
    bears: among(new Set(names)),
    charts: (earlier) =>
      evidence(earlier, claim).charts.map(({ title }, index) =>
        chartLine(path, chosen, title, index + 1),
      ),
    claim: claim.id,
    ownLimits: Object.keys(chosen.limits).length > 0,
  };
}

export function aboutTable({ resource }: Table, chosen: Chosen): About {
  const { name } = resource;
  return {
    bears: (table) => table === name,
    charts: (earlier) => {
      const chart = tableChart(earlier, name);
      return chart ? [chartLine(tableHref(name), chosen, chart.title)] : [];
    },
  };
}

export function aboutChart(catalog: Catalog, chosen: Chosen): About {
  const { viewed } = seriesView(catalog, chosen);
  return {
    bears: among(new Set(viewed.flatMap((one) => chartRowNames(one.input)))),
    charts: (earlier) => {
      const then = seriesView(earlier, chosen);
      return then.viewed.length > 0 ? [chartLine('/chart', chosen, then.input.title)] : [];
    },
  };
}
