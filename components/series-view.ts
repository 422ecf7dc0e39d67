import { viewOf } from '@/components/view-of';
import beyond from '@/data/words/declined.json';
import words from '@/data/words/en.json';
import said from '@/data/words/view.json';
import type { Catalog } from '@/lib/catalog';
import { textMark } from '@/lib/chart/data';
import type { ChartInput, OverTime } from '@/lib/chart/input';
import { firstText } from '@/lib/claim/text';
import { filled } from '@/lib/plain-format';
import type { Tables } from '@/lib/table/select';
import { type Series, seriesById } from '@/lib/table/series';
import { applyView, type Viewed } from '@/lib/view/apply-view';
import { declinedOf, isUnitFree, type SeriesChart, seriesChart } from '@/lib/view/chart';
import { type Chosen, doable } from '@/lib/view/chosen';
import { comparable } from '@/lib/view/comparable';
import { type Declined, declinedByAll, withoutDeclined } from '@/lib/view/declined';
import { multiples } from '@/lib/view/multiples';
import { figuresProblem, type Problem } from '@/lib/view/problem';
import { refusalText } from '@/lib/view/refusal-text';
import { axisTitle, neutralWords } from '@/lib/view/title';
import type { View } from '@/lib/view/view';

/** More than these cannot be told apart, nor drawn in reasonable time. */
export const MOST = 12;

/** Series that belong to no claim are drawn beside the day of the first text. */
export const firstTextMark = ({ claims }: Pick<Catalog, 'claims'>): OverTime['text'] =>
  textMark(firstText(claims));

/** One title for all: the table that they are of, or that they are of several. */
function titleOf(all: Series[]): string {
  const titles = [...new Set(all.map(({ table }) => table.resource.title))];
  return titles.length === 1 && titles[0] ? titles[0] : words.chart.several;
}

const unitsOf = ({ units }: SeriesChart): string[] => [...new Set(units.values())];

const basisOf = (summed: boolean): string | undefined => (summed ? words.chart.summed : undefined);

const subtitleOf = (unit: string, summed: boolean): string =>
  summed ? filled(said.joined, { basis: words.chart.summed, units: unit }) : unit;

type TextMark = OverTime['text'];

function inputOf(made: SeriesChart, all: Series[], text: TextMark): OverTime {
  const unit = unitsOf(made).join(', ');
  const summed = made.summed.size > 0;
  return {
    id: 'view',
    layout: 'over-time',
    title: titleOf(all),
    measure: titleOf(all),
    subtitle: subtitleOf(unit, summed),
    basis: basisOf(summed),
    kinds: made.kinds,
    axis: { title: unit, zero: true },
    references: [],
    events: [],
    text,
    series: made.series,
  };
}

/** What is left to choose once the series are on one chart. */
function restOf({ series: _, currency: __, freq: ___, form, ...rest }: View): View {
  return form === 'multiples' || form === undefined ? rest : { ...rest, form };
}

/** A chart of one series, in the unit of its own. */
function inOwnUnit(
  one: Viewed,
  made: SeriesChart,
  whole: OverTime,
  { units = 'lin' }: View,
): Viewed {
  const { input, base } = one;
  if (input.layout !== 'over-time') return one;
  const id = input.series[0]?.id ?? '';
  const unit = made.units.get(id) ?? '';
  const summed = made.summed.has(id);
  const chart = {
    ...whole,
    measure: input.title,
    subtitle: subtitleOf(unit, summed),
    basis: basisOf(summed),
    axis: { ...input.axis, title: unit },
  };
  const { subtitle } = neutralWords(chart, [], units, base);
  const axis = { ...input.axis, title: axisTitle(chart, units, base) };
  return { ...one, input: { ...input, subtitle, basis: chart.basis, axis } };
}

const narrowed = (one: Viewed, { time }: View): Viewed =>
  time ? { ...one, input: applyView(one.input, { time }).input } : one;

/** One chart of each series: of one reach where they may be compared, in the unit of its own where not. */
function sideBySide(made: SeriesChart, input: OverTime, view: View): Viewed[] {
  const { time: _, ...own } = restOf(view);
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
  const able = withoutDeclined(own, viewed.declined);
  return all.map((one) => narrowed(inOwnUnit(one, made, input, able), view));
}

function viewedCharts(made: SeriesChart, input: OverTime, view: View): Viewed[] {
  if (view.form === 'multiples') return sideBySide(made, input, view);
  return [viewOf(input, restOf(view))];
}

/** The charts of any series in a view, and what stands in their way. */
export function chartsOf(
  all: Series[],
  view: View,
  tables: Tables,
  text: TextMark,
  left: string[] = [],
): Pick<SeriesView, 'made' | 'input' | 'viewed' | 'declined'> {
  const declined = declinedOf(all, view, tables);
  const able = withoutDeclined(view, declined);
  const made = seriesChart(all, able, tables);
  const notes = left.length > 0 ? { notes: left } : {};
  const input = { ...inputOf(made, all, text), ...notes };
  const drawn = all.length > 0 && !made.refusal;
  return { made, input, declined, viewed: drawn ? viewedCharts(made, input, able) : [] };
}

/** What a view of any series comes to: the series found, the charts, and what stands in their way. */
export type SeriesView = {
  all: Series[];
  /** Named and not there, or turned off and not among those named. */
  unknown: string[];
  /** How many the address names. */
  asked: number;
  /** What was asked of them that none of them can do. */
  declined: Declined[];
  made: SeriesChart;
  /** The chart before units, years and scale are chosen. */
  input: OverTime;
  viewed: Viewed[];
};

/** The series that a view names, in its order; those that there are not are left out. */
export const seriesIn = (tables: Tables, { view }: Chosen): Series[] =>
  [...new Set(view.series ?? [])].slice(0, MOST).flatMap((id) => seriesById(tables, id) ?? []);

export const seriesView = (catalog: Catalog, chosen: Chosen): SeriesView =>
  seriesViewIn(catalog.tables, firstTextMark(catalog), chosen);

export function seriesViewIn(tables: Tables, text: TextMark, chosen: Chosen): SeriesView {
  const ids = [...new Set(chosen.view.series ?? [])];
  const all = seriesIn(tables, chosen);
  const missing = ids.slice(0, MOST).filter((id) => !all.some((one) => one.id === id));
  const stray = chosen.view.hide?.filter((id) => !ids.includes(id)) ?? [];
  const more = ids.slice(MOST).map((id) => seriesById(tables, id)?.label ?? id);
  const left =
    more.length > 0 ? [filled(said.left.most, { most: MOST, labels: more.join(', ') })] : [];
  return {
    all,
    unknown: [...missing, ...new Set(stray)],
    asked: ids.length,
    ...chartsOf(all, chosen.view, tables, text, left),
  };
}

/**
 * Each chart of a view over all its time with all its series, as a live chart needs it. Units are chosen already:
 * where charts stand side by side an index has the base of all, and the axes one reach.
 */
export function wholeCharts(shown: SeriesView, view: View): ChartInput[] {
  const { made, input, viewed, declined } = shown;
  const { time, hide, ...rest } = withoutDeclined(view, declined);
  // Side by side, a chart of a hidden series is not there.
  const all = view.form === 'multiples' ? { ...rest, ...(hide && { hide }) } : rest;
  const whole = (time || hide) && viewed.length > 0 ? viewedCharts(made, input, all) : viewed;
  return whole.map((one) => one.input);
}

/** What can be done of what was chosen: links to files and pictures ask for that. */
export const ableOf = ({ viewed, declined, unknown }: SeriesView, chosen: Chosen): Chosen =>
  doable(chosen, [...declined, ...declinedByAll(viewed.map((one) => one.declined))], unknown);

/** The same of a file of figures, which takes no more series than a chart. */
export function ableInFiles(shown: SeriesView, chosen: Chosen): Chosen {
  const able = ableOf(shown, chosen);
  const { series = [], hide = [] } = able.view;
  if (series.length <= MOST) return able;
  const kept = [...new Set(series)].slice(0, MOST);
  const { hide: _, ...view } = { ...able.view, series: kept };
  const off = hide.filter((id) => kept.includes(id));
  return { ...able, view: { ...view, ...(off.length > 0 && { hide: off }) } };
}

/** Why a file of figures of any series cannot be what was asked; a picture says which it has no room for. */
export function seriesProblem(
  { viewed, declined, unknown, made, asked }: SeriesView,
  chosen: Chosen,
  missing: string | undefined,
): Problem | null {
  const problem = figuresProblem({ chosen, viewed, declined, unknown, missing });
  if (problem) return problem;
  if (made.refusal) return { status: 400, reason: refusalText(made.refusal) };
  if (asked <= MOST) return null;
  return { status: 400, reason: filled(beyond.most, { most: MOST, count: asked }) };
}
