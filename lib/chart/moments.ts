import { bisector } from 'd3-array';
import type { ByRow, ChartInput, ChartPoint, ChartSeries, OverTime, Tone } from './input';
import { placeOf } from './time-place';

/** What one series says at a moment; `value` is null where it has no figure. */
export type Said = {
  series: string;
  label: string;
  tone: Tone;
  /** A word of the point's own, e.g. a car's name. */
  name?: string;
  value: number | null;
  low?: number;
  high?: number;
  /** The value in words, where the chart has them. */
  text?: string;
  /** The period, where it is another than the moment's. */
  when?: string;
  rows: string[];
};

/** A place that a reader can stop at: on the time axis in UTC milliseconds, in rows the row's index. */
export type Moment = { at: number; when: string; start: number; end: number; said: Said[] };

function saidOf(series: ChartSeries, point: ChartPoint, when: string): Said {
  const { id, label, tone } = series;
  const { value, low, high, rows, label: name } = point;
  return {
    series: id,
    label,
    tone,
    value,
    rows,
    ...(name === undefined ? {} : { name }),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(point.when === when ? {} : { when: point.when }),
  };
}

/** What came into force stays so until it ends. */
function standing({ mark, points }: ChartSeries, at: number): ChartPoint[] {
  if (mark !== 'step') return [];
  return points.filter(({ start, end }) => start <= at && at < end).slice(-1);
}

/** Within its span a line that has no point here has no figure; scattered marks are just not here. */
function silence(series: ChartSeries, { start }: { start: number }): Said[] {
  const [first, last] = [series.points[0], series.points.at(-1)];
  const within = first !== undefined && last !== undefined;
  if (series.mark === 'points' || series.mark === 'step' || !within) return [];
  if (start < first.start || start >= last.end) return [];
  const { id, label, tone } = series;
  return [{ series: id, label, tone, value: null, rows: [] }];
}

type Placed = { at: number; point: ChartPoint; series: ChartSeries };

function byPlace({ series }: OverTime): [number, Placed[]][] {
  const places = new Map<number, Placed[]>();
  for (const one of series)
    for (const point of one.points) {
      const at = placeOf(point, one.mark);
      const here = places.get(at);
      const placed = { at, point, series: one };
      if (here) here.push(placed);
      else places.set(at, [placed]);
    }
  return [...places].sort(([a], [b]) => a - b);
}

function overTime(input: OverTime): Moment[] {
  return byPlace(input).flatMap(([at, placed]) => {
    const known = placed.filter(({ point }) => point.value !== null);
    const first = (known[0] ?? placed[0])?.point;
    if (!first || known.length === 0) return [];
    const { when, start, end } = first;
    const said = input.series.flatMap((series) => {
      const own = placed.filter((one) => one.series === series).map(({ point }) => point);
      const points = own.length > 0 ? own : standing(series, at);
      if (points.length === 0) return silence(series, first);
      return points.map((point) => saidOf(series, point, when));
    });
    return [{ at, when, start, end, said }];
  });
}

function byRow({ rows }: ByRow): Moment[] {
  return rows.map(({ id, label, tone, value, low, high, text, rows: names }, at) => ({
    at,
    when: label,
    start: at,
    end: at + 1,
    said: [
      {
        series: id,
        label,
        tone,
        value,
        text,
        rows: names,
        ...(low === undefined ? {} : { low }),
        ...(high === undefined ? {} : { high }),
      },
    ],
  }));
}

/** Where a reader can stop on a chart, in order, and what each series says there. */
export function momentsOf(input: ChartInput): Moment[] {
  return input.layout === 'over-time' ? overTime(input) : byRow(input);
}

/** Fewer periods than these need no narrowing. */
const FEW = 4;

export const hasYears = (input: ChartInput): boolean =>
  input.layout === 'over-time' &&
  new Set(input.series.flatMap(({ points }) => points.map(({ start }) => start))).size >= FEW;

const nearest = bisector<Moment, number>(({ at }) => at).center;

/** The index of the moment nearest to a place: a search by halves, as it runs at every move of a pointer. */
export const momentNear = (moments: Moment[], at: number): number => nearest(moments, at);

/** Where a key leads from a moment; null closes, undefined is no key of the chart's. */
export function keyMove(
  key: string,
  from: number | null,
  count: number,
): number | null | undefined {
  const tenth = Math.max(1, Math.round(count / 10));
  const last = count - 1;
  const by = (step: number) => {
    if (from === null) return step > 0 ? 0 : last;
    return Math.min(last, Math.max(0, from + step));
  };
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return by(1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return by(-1);
    case 'PageDown':
      return by(tenth);
    case 'PageUp':
      return by(-tenth);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}
