import type { ChartPoint, ChartSeries, OverTime } from './input';
import { fillOf } from './key-sign';
import type { ColumnMark } from './spec';

/** Bars over time: each stands over its period, those of several series side by side within it. */

/** The part of a period that its bars fill. */
const FILLED = 0.8;

type Known = ChartPoint & { value: number };

function column(series: ChartSeries, point: Known, place: number, count: number): ColumnMark {
  const { id, label, tone, dash } = series;
  const { start, end, value, when, rows } = point;
  const width = ((end - start) * FILLED) / count;
  const from = start + ((end - start) * (1 - FILLED)) / 2 + place * width;
  return {
    kind: 'column',
    id: `${id}:${start}`,
    series: id,
    label,
    tone,
    fill: fillOf(dash),
    from,
    to: from + width,
    low: Math.min(0, value),
    high: Math.max(0, value),
    value,
    when,
    rows,
  };
}

/** The bars of those series that are drawn as such, in their order. */
export function columnMarks({ series }: Pick<OverTime, 'series'>): ColumnMark[] {
  const bars = series.filter(({ mark }) => mark === 'bar');
  return bars.flatMap((one, place) =>
    one.points.flatMap((point) =>
      point.value === null ? [] : column(one, point as Known, place, bars.length),
    ),
  );
}
