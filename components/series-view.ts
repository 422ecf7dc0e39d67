import { axisTitle, viewOf } from '@/components/view-of';
import words from '@/data/words/en.json';
import type { Catalog } from '@/lib/catalog';
import { textMark } from '@/lib/chart/data';
import type { ChartInput, OverTime } from '@/lib/chart/input';
import { firstText } from '@/lib/claim/text';
import { message } from '@/lib/message';
import type { Tables } from '@/lib/table/select';
import { type Series, seriesById } from '@/lib/table/series';
import { applyView, type Viewed } from '@/lib/view/apply-view';
import { isUnitFree, type SeriesChart, seriesChart } from '@/lib/view/chart';
import type { Chosen } from '@/lib/view/chosen';
import { comparable } from '@/lib/view/comparable';
import { multiples } from '@/lib/view/multiples';
import type { View } from '@/lib/view/view';

/** More than these cannot be told apart, nor drawn in reasonable time. */
export const MOST = 12;

/** Series that belong to no claim are drawn beside the day of the first text. */
export const articleMark = ({ claims }: Pick<Catalog, 'claims'>): OverTime['article'] =>
  textMark(firstText(claims));

/** One title for all: the table that they are of, or that they are of several. */
function titleOf(all: Series[]): string {
  const titles = [...new Set(all.map(({ table }) => table.resource.title))];
  return titles.length === 1 && titles[0] ? titles[0] : words.chart.several;
}

const unitsOf = ({ units }: SeriesChart): string[] => [...new Set(units.values())];

const subtitleOf = (unit: string, { units }: View, summed: boolean): string =>
  message(words.chart.subtitle, {
    unit,
    units: words.units_view[units ?? 'lin'],
    freq: summed ? 'year' : 'none',
  });

type Article = OverTime['article'];

function inputOf(made: SeriesChart, all: Series[], view: View, article: Article): OverTime {
  const unit = unitsOf(made).join(', ');
  return {
    id: 'view',
    layout: 'over-time',
    title: titleOf(all),
    subtitle: subtitleOf(unit, view, made.summed.size > 0),
    axis: { title: unit, zero: true },
    references: [],
    events: [],
    article,
    series: made.series,
  };
}

/** One chart of each series: of one reach where they may be compared, in the unit of its own where not. */
function sideBySide(made: SeriesChart, input: OverTime, view: View): Viewed[] {
  const { series: _, ...own } = view;
  const viewed = applyView(input, own);
  if (viewed.input.layout !== 'over-time') return [viewed];
  const series = new Map(made.compared.map((one) => [one.id, one]));
  const shared = (first: string, second: string): boolean => {
    const [a, b] = [series.get(first), series.get(second)];
    return a !== undefined && b !== undefined && comparable(a, b, isUnitFree(view));
  };
  const all = multiples({ ...viewed, input: viewed.input }, shared);
  // That nothing is left of them is said of the one chart that they would be.
  if (all.length === 0) return [viewed];
  return all.flatMap((one) => {
    if (one.input.layout !== 'over-time') return one;
    const id = one.input.series[0]?.id ?? '';
    const unit = made.units.get(id) ?? '';
    const title = axisTitle(unit, own.units);
    const subtitle = subtitleOf(unit, view, made.summed.has(id));
    return { ...one, input: { ...one.input, subtitle, axis: { ...one.input.axis, title } } };
  });
}

function viewedCharts(made: SeriesChart, input: OverTime, view: View): Viewed[] {
  if (view.form === 'multiples') return sideBySide(made, input, view);
  const { series: _, ...own } = view;
  return [viewOf(input, own)];
}

/** The charts of any series in a view, and what stands in their way. */
export function chartsOf(
  all: Series[],
  view: View,
  tables: Tables,
  article: Article,
): Pick<SeriesView, 'made' | 'input' | 'viewed'> {
  const made = seriesChart(all, view, tables);
  const input = inputOf(made, all, view, article);
  const drawn = all.length > 0 && !made.refusal;
  return { made, input, viewed: drawn ? viewedCharts(made, input, view) : [] };
}

/** What a view of any series comes to: the series found, the charts, and what stands in their way. */
export type SeriesView = {
  all: Series[];
  /** Named and not there, or turned off and not among those named. */
  unknown: string[];
  tooMany: boolean;
  made: SeriesChart;
  /** The chart before units, years and scale are chosen. */
  input: OverTime;
  viewed: Viewed[];
};

/** The series that a view names, in its order; those that there are not are left out. */
export const seriesIn = (tables: Tables, { view }: Chosen): Series[] =>
  [...new Set(view.series ?? [])].slice(0, MOST).flatMap((id) => seriesById(tables, id) ?? []);

export const seriesView = (catalog: Catalog, chosen: Chosen): SeriesView =>
  seriesViewIn(catalog.tables, articleMark(catalog), chosen);

export function seriesViewIn(tables: Tables, article: Article, chosen: Chosen): SeriesView {
  const ids = [...new Set(chosen.view.series ?? [])];
  const all = seriesIn(tables, chosen);
  const missing = ids.slice(0, MOST).filter((id) => !all.some((one) => one.id === id));
  const stray = chosen.view.hide?.filter((id) => !ids.includes(id)) ?? [];
  return {
    all,
    unknown: [...missing, ...new Set(stray)],
    tooMany: ids.length > MOST,
    ...chartsOf(all, chosen.view, tables, article),
  };
}

/**
 * Each chart of a view over all its time with all its series, as a live chart needs it. Units are chosen already:
 * where charts stand side by side an index has the base of all, and the axes one reach.
 */
export function wholeCharts({ made, input, viewed }: SeriesView, view: View): ChartInput[] {
  const { time, hide, ...rest } = view;
  // Side by side, a chart of a hidden series is not there.
  const all = view.form === 'multiples' ? { ...rest, ...(hide && { hide }) } : rest;
  const whole = (time || hide) && viewed.length > 0 ? viewedCharts(made, input, all) : viewed;
  return whole.map((one) => one.input);
}
