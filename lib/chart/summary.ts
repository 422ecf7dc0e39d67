import type { ByRow, ChartInput, ChartRow, ChartSeries, OverTime, Tone } from './input';

export type Moment = { when: string; value: number };

/** `change` is last less first. Of a rank, the highest is the one nearest 1. */
export type SeriesSummary = {
  id: string;
  label: string;
  tone: Tone;
  count: number;
  first: Moment;
  last: Moment;
  highest: Moment;
  lowest: Moment;
  change: number;
};

/** A row with its place, counted from the highest value or the earliest time. */
type RowPlace = { row: ChartRow; place: number };

export type ChartSummary =
  | { layout: 'over-time'; series: SeriesSummary[] }
  | {
      layout: 'by-row';
      /** Values are times, so that the top is the earliest. */
      time: boolean;
      /** Rows with a value, and without. */
      count: number;
      missing: ChartRow[];
      top?: ChartRow;
      bottom?: ChartRow;
      highlighted: RowPlace[];
    };

/** An area between two edges counts as the distance between them. */
function moments({ mark, points }: ChartSeries): Moment[] {
  return points.flatMap(({ when, value, low, high }) => {
    const between = mark === 'area' && low !== undefined && high !== undefined;
    return value === null ? [] : [{ when, value: between ? high - low : value }];
  });
}

/** The first of equals stands for all. */
function seriesSummary(series: ChartSeries, down: boolean): SeriesSummary[] {
  const all = moments(series);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return [];
  const most = all.reduce((best, each) => (each.value > best.value ? each : best));
  const least = all.reduce((best, each) => (each.value < best.value ? each : best));
  const [highest, lowest] = down ? [least, most] : [most, least];
  const { id, label, tone } = series;
  const change = last.value - first.value;
  return [{ id, label, tone, count: all.length, first, last, highest, lowest, change }];
}

function overTimeSummary({ series, axis }: OverTime): ChartSummary {
  const down = axis.direction === 'down';
  return { layout: 'over-time', series: series.flatMap((each) => seriesSummary(each, down)) };
}

const size = ({ value, low, high }: ChartRow) => value ?? high ?? low;

function byRowSummary({ rows, axis }: ByRow): ChartSummary {
  const time = axis.time ?? false;
  const known = rows.filter((row) => size(row) !== undefined);
  const sorted = known.toSorted((a, b) => (size(b) ?? 0) - (size(a) ?? 0));
  if (time) sorted.reverse();
  const places = sorted.map((row, index) => ({ row, place: index + 1 }));
  const some = rows.some(({ tone }) => tone === 'grey');
  const [top, bottom] = [sorted[0], sorted.at(-1)];
  return {
    layout: 'by-row',
    time,
    count: known.length,
    missing: rows.filter((row) => !known.includes(row)),
    ...(top && bottom ? { top, bottom } : {}),
    highlighted: some ? places.filter(({ row }) => row.tone !== 'grey') : [],
  };
}

/** The facts that a written description of a chart needs; the sentences are made where they are shown. */
export function chartSummary(input: ChartInput): ChartSummary {
  return input.layout === 'by-row' ? byRowSummary(input) : overTimeSummary(input);
}
