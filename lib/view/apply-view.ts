import words from '@/data/words/view.json';
import {
  type ByRow,
  type ChartInput,
  type ChartPoint,
  type ChartSeries,
  hasPlace,
  type OverTime,
  type ValueAxis,
} from '@/lib/chart/input';
import { stepRows } from '@/lib/chart/steps';
import { filled } from '@/lib/plain-format';
import { parsePeriod } from '@/lib/table/period';
import { type Declined, declinedBy, withoutDeclined } from './declined';
import { inTime } from './in-time';
import { leftOut } from './left-out';
import { notHidden, seriesNamed } from './series-in';
import { axisTitle, neutralWords } from './title';
import { asShares, commonBase, inUnits } from './transform';
import type { Units } from './units';
import type { View } from './view';

/** What a view made of a chart, and what its page must say of that. */
export type Viewed = {
  input: ChartInput;
  /** The period that is 100 in an index, as a reader reads it. */
  base: string | null;
  /** Labels of what shares are parts of, hidden series too. */
  parts: string[];
  /** What was asked of the chart that it cannot do; the rest was done. */
  declined: Declined[];
  /** Whether bars were asked for where no zero is for them to stand on: a log axis, a rank. */
  barless: boolean;
};

function inViewUnits(all: ChartPoint[][], units: Units, base: number | null): ChartPoint[][] {
  if (units === 'share') return asShares(all);
  return all.map((points) => inUnits(points, units, base));
}

/** The two edges of an area, or a range, mean nothing once the values are changes. */
const bare = ({ low, high, ...point }: ChartPoint): ChartPoint => point;

/** The reader's own base, or the first period that all lines have; scattered marks have none in common. */
function baseOf({ series }: OverTime, view: View): number | null {
  if (view.base) return parsePeriod(view.base).start;
  const lines = series.filter(({ mark }) => mark !== 'points');
  return commonBase((lines.length > 0 ? lines : series).map(({ points }) => points));
}

/** A year, where months are added up, begins as its January does: the figure itself knows which it is. */
function baseWhen({ series }: OverTime, base: number | null): string | null {
  const points = series.flatMap((one) => one.points);
  return points.find(({ start }) => start === base)?.when ?? null;
}

function unitsSeries(input: OverTime, view: View): { series: ChartSeries[]; base: string | null } {
  const units = view.units ?? 'lin';
  if (units === 'lin') return { series: input.series, base: null };
  const all = input.series.map(({ points }) => points.map(bare));
  const base = units === 'index' ? baseOf(input, view) : null;
  const done = inViewUnits(all, units, base);
  const series = input.series.map((one, index) => ({
    ...one,
    mark: one.mark === 'area' ? ('line' as const) : one.mark,
    points: done[index] ?? [],
  }));
  return { series, base: baseWhen(input, base) };
}

const hasZero = ({ axis }: OverTime, { scale }: View): boolean =>
  scale !== 'log' && axis.direction !== 'down';

/** Only lines can be drawn otherwise: steps, areas and scattered marks say by their form what they are. */
function inForm(input: OverTime, view: View): ChartSeries[] {
  const bars = view.form === 'bars' && hasZero(input, view);
  const mark = bars ? 'bar' : view.form === 'points' ? 'points' : 'line';
  return input.series.map((one) => {
    // An area stands on zero too.
    if (one.mark === 'area' && view.scale === 'log')
      return { ...one, mark: 'line', points: one.points.map(bare) };
    return one.mark === 'line' ? { ...one, mark } : one;
  });
}

const SUFFIXED: Units[] = ['pch', 'pc1', 'share'];

/** An index or a change may be of any size, and starts from no zero; the direction of a rank stays. */
function axisIn(input: OverTime, { units = 'lin', scale }: View, base: string | null): ValueAxis {
  const axis = { ...input.axis, title: axisTitle(input, units, base) };
  const log = scale === 'log' ? { scale: 'log' as const, zero: false } : {};
  if (units === 'lin') return { ...axis, ...log };
  const suffix = SUFFIXED.includes(units) ? '%' : '';
  return { ...axis, ...log, zero: false, max: undefined, direction: undefined, suffix };
}

/** Whether the reader sees anything but the chart as we drew it. */
const isChanged = (input: OverTime, drawn: OverTime, { units = 'lin', scale }: View): boolean =>
  units !== 'lin' ||
  scale === 'log' ||
  drawn.series.length !== input.series.length ||
  drawn.series.some(
    ({ mark, points }, index) =>
      mark !== input.series[index]?.mark || points.length !== input.series[index]?.points.length,
  );

/** Series in their form and units over all time, hidden ones too, and the base of an index. */
function chosenSeries(input: OverTime, view: View) {
  const chosen = seriesNamed(input.series, view);
  const formed = inForm({ ...input, series: chosen }, view);
  return unitsSeries({ ...input, series: formed }, view);
}

function drawnIn(input: OverTime, all: ChartSeries[], view: View, base: string | null): OverTime {
  const { time, units = 'lin' } = view;
  const axis = axisIn(input, view, base);
  const references = input.references.filter(
    ({ value }) => units === 'lin' && hasPlace(axis, value),
  );
  const drawn = { ...input, axis, references };
  if (!time) return { ...drawn, series: all };
  return {
    ...drawn,
    series: all.map((one) => ({ ...one, points: inTime(one.points, time) })),
    cut: { from: time.from !== 'earliest', to: time.to !== 'latest' },
    ...(input.beside && { beside: inTime(input.beside, time) }),
  };
}

function overTime(input: OverTime, asked: View): Viewed {
  const declined = declinedBy(input, asked);
  const view = withoutDeclined(asked, declined);
  const { units = 'lin', hide = [] } = view;
  const { series, base } = chosenSeries(input, view);
  // After units: an index keeps its base, a share its whole.
  const all = notHidden(series, view);
  const drawn = drawnIn(input, all, view, base);
  const notes = [...(input.notes ?? []), ...leftOut({ input, all, drawn }, hide)];
  const points = drawn.series.flatMap((one) => one.points);
  const words = isChanged(input, drawn, view) ? neutralWords(input, points, units, base) : {};
  return {
    input: { ...drawn, ...words, ...(notes.length > 0 ? { notes } : {}) },
    base,
    parts: series.map(({ label }) => label),
    declined,
    barless: view.form === 'bars' && !hasZero(input, view),
  };
}

/** With values of a reader's own, the steps that they make; nothing of it is a finding of ours. */
function byRow(input: ByRow, view: View): ByRow {
  const { form, axis } = input;
  const own = [view.amount, view.day, view.step].some((value) => value !== undefined);
  if (!form || !own) return input;
  return {
    ...input,
    title: filled(words.steps.title, { measure: input.measure ?? input.title }),
    subtitle: filled(words.steps.subtitle, { day: view.day ?? form.day }),
    rows: stepRows(form, view, axis.suffix),
  };
}

/** The chart as a reader chose to see it: over time in most ways, by row only through its form. */
export function applyView(input: ChartInput, view: View): Viewed {
  if (input.layout === 'over-time') return overTime(input, view);
  return {
    input: byRow(input, view),
    base: null,
    parts: [],
    declined: declinedBy(input, view),
    barless: false,
  };
}
