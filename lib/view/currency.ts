import { evaluate } from '@/lib/claim/quantity';
import { once } from '@/lib/once';
import { DAY, parsePeriod } from '@/lib/table/period';
import { rateMeasure, ratesIn } from '@/lib/table/rates';
import type { Tables } from '@/lib/table/select';
import type { Table } from '@/lib/table/table';
import type { Point } from './transform';

/** The month, or the calendar year, whose average rate a value is turned at; null for any other stretch of time. */
function ratePeriod({ start, end }: Point): string | null {
  const text = new Date(start).toISOString();
  if (end - start <= 31 * DAY) return text.slice(0, 7);
  const next = Date.UTC(new Date(start).getUTCFullYear() + 1, 0, 1);
  return text.startsWith('-01-01', 4) && end === next ? text.slice(0, 4) : null;
}

const rated = once(
  ({ rows }: Table, kind: string) =>
    new Set(rows.flatMap(({ cells }) => (cells.period_type === kind ? cells.currency : []))),
);

/** Whether the table of rates has any rate of the currency for months, or for years. */
function hasRate(tables: Tables, currency: string, period: string): boolean {
  const table = ratesIn(tables);
  return (
    currency === rateMeasure(table).base || rated(table, parsePeriod(period).kind).has(currency)
  );
}

/** The amount in another currency at the average rate of its own month or year, through the currency of the rates. */
export function inCurrency<T extends Point>(point: T, unit: string, to: string, tables: Tables): T {
  if (point.value === null || unit.slice(0, 3) === to) return point;
  const period = ratePeriod(point);
  const currencies = [unit.slice(0, 3), to];
  if (period === null || !currencies.every((one) => hasRate(tables, one, period)))
    return { ...point, value: null, why: 'rate' };
  const amount = { kind: 'stated' as const, label: period, value: point.value, unit };
  const { value } = evaluate({ kind: 'converted', label: period, amount, to, period }, tables);
  return value === null ? { ...point, value, why: 'rate' } : { ...point, value };
}
