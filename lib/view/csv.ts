import { type ChartInput, type ChartPoint, figuresOf } from '@/lib/chart/input';
import { formatRecord } from '@/lib/table/csv-records';
import { isoDay } from '@/lib/table/period';

/** What a chart shows, as a file: one row a mark, nothing more. The columns are a promise. */

const HEADER = ['chart', 'series', 'from', 'until', 'value', 'unit', 'row'];

/** Twelve digits: a sum of decimals shows no trace of how computers add. */
const number = (value: number): string => String(Number(value.toPrecision(12)));

/** First and last day, both included; empty where a span is open. */
function ends({ start, end }: Pick<ChartPoint, 'start' | 'end'>): [string, string] {
  return [Number.isFinite(start) ? isoDay(start) : '', Number.isFinite(end) ? isoDay(end - 1) : ''];
}

function records(chart: ChartInput): string[][] {
  const { title } = chart.axis;
  if (chart.layout === 'by-row')
    return chart.rows.flatMap(({ label, value, rows }) => {
      if (value === null) return [];
      const text = chart.axis.time ? isoDay(value) : number(value);
      return [[chart.id, label, '', '', text, title, rows[0] ?? '']];
    });
  return chart.series.flatMap(({ label, points }) =>
    points.flatMap((point) => {
      if (point.value === null) return [];
      return [[chart.id, label, ...ends(point), number(point.value), title, point.rows[0] ?? '']];
    }),
  );
}

/** How many rows the file has. */
export const viewRows = (charts: ChartInput[]): number =>
  charts.flatMap(figuresOf).filter(({ value }) => value !== null).length;

export const viewCsv = (charts: ChartInput[]): string =>
  [HEADER, ...charts.flatMap(records)].map(formatRecord).join('');
