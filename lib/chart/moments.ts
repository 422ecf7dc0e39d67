import { bisector } from 'd3-array';
import type { ByRow, ChartInput, ChartPoint, ChartSeries, OverTime, Tone, Why } from './input';
import { columnMarks } from './time-columns';
import { placeOf } from './time-place';

/** What one series says at a moment; `value` is null where it has no figure. */
export type Said = {
  series: string;
  label: string;
  tone: Tone;
  /** A word of the point's own, e.g. a car's name; and what tells it from others of its series, e.g. its trim. */
  name?: string;
  variant?: string;
  /** Scattered marks have nothing to do with one another: only those near the pointer are told together. */
  loose: boolean;
  /** Where its mark stands, in values of the axes: a place, or the stretch of a step or a bar. */
  at: { from: number; to: number; low: number; high: number } | null;
  value: number | null;
  /** Of no value, why. */
  why?: Why | undefined;
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

type Columns = Map<string, { from: number; to: number; low: number; high: number }>;

function reachOf(series: ChartSeries, point: ChartPoint, columns: Columns): Said['at'] {
  const { value } = point;
  if (value === null) return null;
  const column = series.mark === 'bar' ? columns.get(`${series.id}:${point.start}`) : undefined;
  if (column) return column;
  const from = placeOf(point, series.mark);
  return { from, to: series.mark === 'step' ? point.end : from, low: value, high: value };
}

function saidOf(series: ChartSeries, point: ChartPoint, when: string, columns: Columns): Said {
  const { id, label, tone } = series;
  const { value, low, high, rows, label: name, variant, why } = point;
  return {
    series: id,
    label,
    tone,
    loose: series.mark === 'points',
    at: reachOf(series, point, columns),
    value,
    rows,
    ...(why === undefined ? {} : { why }),
    ...(variant === undefined ? {} : { variant }),
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

/**
 * Within its span a line that has no point here has no figure; scattered marks are just not here, nor is a line whose
 * figure is of a longer or shorter period.
 */
function silence(series: ChartSeries, { start, end }: { start: number; end: number }): Said[] {
  const [first, last] = [series.points[0], series.points.at(-1)];
  const within = first !== undefined && last !== undefined;
  if (series.mark === 'points' || series.mark === 'step' || !within) return [];
  if (start < first.start || start >= last.end) return [];
  if (series.points.some((point) => point.start < end && start < point.end)) return [];
  const { id, label, tone } = series;
  return [{ series: id, label, tone, loose: false, at: null, value: null, rows: [] }];
}

type Placed = { at: number; point: ChartPoint; series: ChartSeries };

/** A year and a month within it may stand at one place: each is a moment of its own. */
function byPlace({ series }: OverTime): [number, Placed[]][] {
  const places = new Map<string, Placed[]>();
  for (const one of series)
    for (const point of one.points) {
      const at = placeOf(point, one.mark);
      // What came into force ends when it does: its beginning is the moment.
      const key = one.mark === 'step' ? `${at}` : `${at} ${point.start} ${point.end}`;
      const here = places.get(key);
      const placed = { at, point, series: one };
      if (here) here.push(placed);
      else places.set(key, [placed]);
    }
  const all = [...places.values()].flatMap((placed): [number, Placed[]][] =>
    placed[0] ? [[placed[0].at, placed]] : [],
  );
  return all.sort(([a], [b]) => a - b);
}

function overTime(input: OverTime): Moment[] {
  const columns: Columns = new Map(columnMarks(input).map((column) => [column.id, column]));
  return byPlace(input).flatMap(([at, placed]) => {
    const known = placed.filter(({ point }) => point.value !== null);
    const first = (known[0] ?? placed[0])?.point;
    if (!first || known.length === 0) return [];
    const { when, start, end } = first;
    const said = input.series.flatMap((series) => {
      const own = placed.filter((one) => one.series === series).map(({ point }) => point);
      const points = own.length > 0 ? own : standing(series, at);
      if (points.length === 0) return silence(series, first);
      return points.map((point) => saidOf(series, point, when, columns));
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
        loose: false,
        at: null,
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
