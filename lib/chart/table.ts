import { group } from 'd3-array';
import { formatNumber } from '@/lib/plain-format';
import type { ChartInput, ChartPoint } from './input';

/** A chart's numbers as a table: the very values that its marks stand for. */
export type ChartTable = {
  columns: string[];
  lines: { name: string; cells: { text: string; row: string | null }[] }[];
};

const text = (value: number | null): string =>
  value === null ? '' : formatNumber(value, { maximumFractionDigits: 3 });

const cell = (point: ChartPoint | undefined) => ({
  text: text(point?.value ?? null),
  // A cell without a figure leads nowhere, whatever rows it could not be made from.
  row: typeof point?.value === 'number' ? (point.rows[0] ?? null) : null,
});

/** One line a period, newest first; a series a column. Points of the same period share a line or make further ones. */
function overTime(chart: Extract<ChartInput, { layout: 'over-time' }>): ChartTable {
  const whens = new Map<string, number>();
  for (const { points } of chart.series)
    for (const point of points) whens.set(point.when, point.start);
  const names = [...whens].sort((a, b) => b[1] - a[1]).map(([when]) => when);
  const byWhen = chart.series.map(({ points }) => group(points, ({ when }) => when));
  const lines = names.flatMap((name) => {
    const columns = byWhen.map((points) => points.get(name) ?? []);
    const depth = Math.max(...columns.map((points) => points.length));
    return Array.from({ length: depth }, (_, index) => ({
      name,
      cells: columns.map((points) => cell(points[index])),
    }));
  });
  return { columns: chart.series.map((series) => series.label), lines };
}

export function chartTable(chart: ChartInput): ChartTable {
  if (chart.layout === 'over-time') return overTime(chart);
  const lines = chart.rows.map((row) => ({
    name: row.label,
    cells: [{ text: row.text, row: row.rows[0] ?? null }],
  }));
  return { columns: [chart.axis.title], lines };
}
