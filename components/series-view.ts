import { viewOf } from '@/components/view-of';
import words from '@/data/words/en.json';
import type { Catalog } from '@/lib/catalog';
import type { OverTime } from '@/lib/chart/input';
import { formatPeriod } from '@/lib/format';
import { message } from '@/lib/message';
import { parsePeriod } from '@/lib/table/period';
import { type Series, seriesById } from '@/lib/table/series';
import type { Viewed } from '@/lib/view/apply-view';
import { type SeriesChart, seriesChart } from '@/lib/view/chart';
import type { Chosen } from '@/lib/view/chosen';

/** More than these cannot be told apart, nor drawn in reasonable time. */
export const MOST = 12;

function articleMark(catalog: Catalog): OverTime['article'] {
  const month = parsePeriod(catalog.claims.article.published);
  return { at: month.end, label: message(words.articleMark, { when: formatPeriod(month) }) };
}

/** One title for all: the table that they are of, or that they are of several. */
function titleOf(all: Series[]): string {
  const titles = [...new Set(all.map(({ table }) => table.resource.title))];
  return titles.length === 1 && titles[0] ? titles[0] : words.chart.several;
}

function inputOf(made: SeriesChart, all: Series[], catalog: Catalog, chosen: Chosen): OverTime {
  const units = words.units_view[chosen.view.units ?? 'lin'];
  return {
    id: 'view',
    layout: 'over-time',
    title: titleOf(all),
    subtitle: message(words.chart.subtitle, { unit: made.unit, units }),
    axis: { title: made.unit, zero: true },
    references: [],
    events: [],
    article: articleMark(catalog),
    series: made.series,
  };
}

/** One chart of all the series, or one each. */
function viewedCharts(input: OverTime, chosen: Chosen): Viewed[] {
  const { series: _, ...view } = chosen.view;
  if (view.form !== 'multiples') return [viewOf(input, view)];
  const whole = viewOf(input, view);
  if (whole.input.layout !== 'over-time') return [whole];
  const { input: drawn } = whole;
  return whole.input.series.map((one, index) => ({
    ...whole,
    lost: index === 0 ? whole.lost : 0,
    input: { ...(drawn as OverTime), id: `view-${index}`, title: one.label, series: [one] },
  }));
}

/** What a view of any series comes to: the series found, the charts, and what stands in their way. */
export type SeriesView = {
  all: Series[];
  unknown: string[];
  tooMany: boolean;
  made: SeriesChart;
  /** The chart before units, years and scale are chosen. */
  input: OverTime;
  viewed: Viewed[];
};

export function seriesView(catalog: Catalog, chosen: Chosen): SeriesView {
  const { tables } = catalog;
  const ids = [...new Set(chosen.view.series ?? [])];
  const found = ids.slice(0, MOST).map((id) => ({ id, series: seriesById(tables, id) }));
  const all = found.flatMap(({ series }) => series ?? []);
  const made = seriesChart(all, chosen.view, tables);
  const input = inputOf(made, all, catalog, chosen);
  return {
    all,
    unknown: found.flatMap(({ id, series }) => (series ? [] : [id])),
    tooMany: ids.length > MOST,
    made,
    input,
    viewed: all.length === 0 || made.refusal ? [] : viewedCharts(input, chosen),
  };
}

export const hasValues = ({ input }: Viewed): boolean =>
  input.layout === 'by-row'
    ? input.rows.some(({ value, low }) => value !== null || low !== undefined)
    : input.series.some(({ points }) => points.some(({ value }) => value !== null));
