import { claimHref, tableHref } from '@/components/links';
import type { SeriesView } from '@/components/series-view';
import { tableChart } from '@/components/table-chart';
import { viewOf } from '@/components/view-of';
import words from '@/data/words/en.json';
import share from '@/data/words/share.json';
import type { Catalog } from '@/lib/catalog';
import type { Evidence } from '@/lib/claim/evidence';
import { message } from '@/lib/message';
import { viewWork } from '@/lib/share/view-work';
import { textCitation, type Work } from '@/lib/share/work';
import type { Series } from '@/lib/table/series';
import type { Table } from '@/lib/table/table';
import type { Chosen } from '@/lib/view/chosen';

/** What each page's view is called when it leaves the site. */

/** More names than these make no name for a file. */
const NAMED = 3;

/** The tables, each followed by its series: `apple-exports`, `Freedonia · by sea`. */
export function seriesSubject(all: Series[]): string[] {
  const tables = [...new Set(all.map(({ table }) => table))];
  if (all.length === 0) return ['chart'];
  return tables.flatMap((table) => {
    const own = all.filter((one) => one.table === table);
    const labels = own.map(({ label }) => label);
    return [table.resource.name, ...(all.length > NAMED ? [`${own.length} series`] : labels)];
  });
}

export function chartViewWork(catalog: Catalog, chosen: Chosen, shown: SeriesView): Work {
  const { all, input, viewed } = shown;
  const labels = input.series.map(({ label }) => label).join(', ');
  const [first] = viewed;
  return viewWork(catalog, {
    path: '/chart',
    chosen,
    charts: viewed.map((one) => one.input),
    title: message(share.viewTitle, { title: input.title, labels }),
    subtitle: first?.input.subtitle ?? input.subtitle,
    subject: seriesSubject(all),
  });
}

/** Of a claim with our limits: the reader's own move verdicts, never the values of a chart. */
export function claimViewWork(catalog: Catalog, chosen: Chosen, shown: Evidence): Work {
  const { id, quote, text } = shown.result.claim;
  const charts = shown.charts.map((chart) => viewOf(chart, chosen.view).input);
  return viewWork(catalog, {
    path: claimHref(id),
    chosen: { ...chosen, limits: {} },
    charts,
    title: message(share.claimTitle, { quote, verdict: words.verdicts[shown.result.verdict] }),
    subtitle: charts.map(({ title }) => title).join('; '),
    from: textCitation(text),
    subject: ['claim', id, ...(chosen.view.series ?? [])],
  });
}

/** None of a table that has no figures to draw. */
export function tableViewWork(catalog: Catalog, chosen: Chosen, { resource }: Table): Work | null {
  const chart = tableChart(catalog, resource.name);
  if (!chart) return null;
  const { input } = viewOf(chart, chosen.view);
  return viewWork(catalog, {
    path: tableHref(resource.name),
    chosen,
    charts: [input],
    title: message(share.viewTitle, { title: resource.title, labels: input.title }),
    subtitle: input.subtitle,
    subject: [resource.name, ...(chosen.view.series ?? [])],
  });
}
