import { DAY, isoDay } from './period';
import type { Row } from './table';

/** First and last day of the rows' periods as an ISO 8601 interval; `..` where the time is open. */
export function timespan(rows: Row[]): string | null {
  const periods = rows.flatMap(({ period }) => (period ? [period] : []));
  if (periods.length === 0) return null;
  const start = Math.min(...periods.map((period) => period.start));
  const end = Math.max(...periods.map((period) => period.end));
  const side = (time: number) => (Number.isFinite(time) ? isoDay(time) : '..');
  return `${side(start)}/${side(end - DAY)}`;
}
