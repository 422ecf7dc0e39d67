import { type ChartInput, figuresOf } from '@/lib/chart/input';
import { rowAt } from '@/lib/table/row-index';
import { parseRowName } from '@/lib/table/row-name';
import type { Tables } from '@/lib/table/select';

/** Years that sentences name. */

const YEAR = /(?<![\d.,-])(?:18|19|20)\d\d(?!\d|[.,]\d)/g;

const yearsIn = (text: string): number[] => [...text.matchAll(YEAR)].map(([year]) => Number(year));

/** Of an answer that is settled: it says of when it speaks. */
export const withoutYear = (text: string): string | undefined =>
  yearsIn(text).length > 0 ? undefined : `names no year: ${JSON.stringify(text)}`;

type Span = { start: number; end: number };

/** The periods of what a chart draws; in rows, of the table's rows behind the marks, and of dates on the axis. */
function spansOf(chart: ChartInput, tables: Tables): Span[] {
  if (chart.layout === 'over-time')
    return chart.series.flatMap(({ points }) => points.filter(({ value }) => value !== null));
  const rows = figuresOf(chart).flatMap((figure) => figure.rows);
  return [
    ...rows.flatMap((name) => rowAt(tables, parseRowName(name)).period ?? []),
    ...(chart.axis.time
      ? chart.rows.flatMap(({ value }) =>
          value === null ? [] : [{ start: value, end: value + 1 }],
        )
      : []),
  ];
}

/** The first year that a chart's title names and the chart does not show. */
export function yearNotDrawn(title: string, chart: ChartInput, tables: Tables): string | undefined {
  const spans = spansOf(chart, tables);
  const missing = yearsIn(title).find((year) => {
    const [from, to] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
    return !spans.some(({ start, end }) => start < to && end > from);
  });
  return missing === undefined
    ? undefined
    : `names ${missing}, of which the chart shows nothing: ${JSON.stringify(title)}`;
}
