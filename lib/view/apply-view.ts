import type { ChartInput, ChartPoint, ChartSeries, OverTime } from '@/lib/chart/input';
import { parsePeriod } from '@/lib/table/period';
import { notHidden, seriesNamed } from '@/lib/view/series-in';
import { asShares, commonBase, inUnits } from './transform';
import type { Time, Units, View } from './view';

/** What a view made of a chart, and what its page must say of that. */
export type Viewed = {
  input: ChartInput;
  /** The period that is 100 in an index, as a reader reads it. */
  base: string | null;
  /** Labels of what shares are parts of, hidden series too. */
  parts: string[];
  /** How many values a log axis has no place for. */
  lost: number;
  /** Whether bars were asked for where no zero is for them to stand on: a log axis, a rank. */
  barless: boolean;
};

function bound(text: string, end: 'start' | 'end'): number {
  if (text === 'earliest') return Number.NEGATIVE_INFINITY;
  return text === 'latest' ? Number.POSITIVE_INFINITY : parsePeriod(text)[end];
}

export function inTime<T extends { start: number; end: number }>(points: T[], time: Time): T[] {
  const [low, high] = [bound(time.from, 'start'), bound(time.to, 'end')];
  return points.filter(({ start, end }) => start >= low && end <= high);
}

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
function baseWhen({ series }: OverTime, base: number | null, view: View): string | null {
  const points = series.flatMap((one) => one.points);
  return points.find(({ start }) => start === base)?.when ?? view.base ?? null;
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
  return { series, base: units === 'index' ? baseWhen(input, base, view) : null };
}

const hasZero = ({ axis }: OverTime, { scale }: View): boolean =>
  scale !== 'log' && axis.direction !== 'down';

/** Only lines can be drawn otherwise: steps, areas and scattered marks say by their form what they are. */
function inForm(input: OverTime, view: View): ChartSeries[] {
  const bars = view.form === 'bars' && hasZero(input, view);
  const mark = bars ? 'bar' : view.form === 'points' ? 'points' : 'line';
  return input.series.map((one) => (one.mark === 'line' ? { ...one, mark } : one));
}

const loggable = ({ value }: ChartPoint): boolean => value === null || value > 0;

function logSeries(series: ChartSeries[]): { series: ChartSeries[]; lost: number } {
  const lost = series.reduce(
    (sum, { points }) => sum + points.filter((p) => !loggable(p)).length,
    0,
  );
  const kept = series.map((one) => ({
    ...one,
    points: one.points.map((point) => (loggable(point) ? point : { ...point, value: null })),
  }));
  return { series: kept, lost };
}

function overTime(input: OverTime, view: View): Viewed {
  const chosen = seriesNamed(input.series, view);
  const formed = inForm({ ...input, series: chosen }, view);
  const { series, base } = unitsSeries({ ...input, series: formed }, view);
  const { time } = view;
  const timed = time ? series.map((one) => ({ ...one, points: inTime(one.points, time) })) : series;
  // After units: an index keeps its base, a share its whole.
  const shown = notHidden(timed, view);
  const log = view.scale === 'log' ? logSeries(shown) : { series: shown, lost: 0 };
  const plain = (view.units ?? 'lin') === 'lin';
  const axis = {
    ...input.axis,
    ...(view.scale === 'log' ? { scale: 'log' as const, zero: false } : {}),
    ...(plain
      ? {}
      : {
          zero: false,
          max: undefined,
          suffix: view.units === 'chg' || view.units === 'index' ? '' : '%',
        }),
  };
  const references = plain ? input.references : [];
  const beside = input.beside && time ? { beside: inTime(input.beside, time) } : {};
  const drawn = { ...input, ...beside, axis, references, series: log.series };
  return {
    input: drawn,
    base,
    parts: chosen.map(({ label }) => label),
    lost: log.lost,
    barless: view.form === 'bars' && !hasZero(input, view),
  };
}

/** The chart as a reader chose to see it. Time, units and scale say nothing to a chart without a time axis. */
export function applyView(input: ChartInput, view: View): Viewed {
  if (input.layout === 'over-time') return overTime(input, view);
  return { input, base: null, parts: [], lost: 0, barless: false };
}
