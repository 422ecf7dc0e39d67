import { greatest, least } from 'd3-array';
import { formatPeriod } from '@/lib/format';
import type { Period } from './period';
import type { Table } from './table';

/** What a table holds, in short; `span` runs from the first period that begins to the last that ends. */
export type TableSummary = { rows: number; span: string | null; sources: number };

function firstAndLast(periods: Period[]): [Period, Period] | null {
  const begun = periods.filter(({ start }) => Number.isFinite(start));
  const ended = periods.filter(({ end }) => Number.isFinite(end));
  const first = least(begun, ({ start }) => start);
  const last = greatest(ended, ({ end }) => end);
  return first && last ? [first, last] : null;
}

export function tableSummary(table: Table): TableSummary {
  const ends = firstAndLast(table.rows.flatMap((row) => (row.period ? [row.period] : [])));
  const sources = new Set(table.rows.flatMap((row) => row.cells.source_id ?? []));
  return {
    rows: table.rows.length,
    span: ends && [...new Set(ends.map(formatPeriod))].join(' – '),
    sources: sources.size,
  };
}
