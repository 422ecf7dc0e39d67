import { printed } from './printed';

export type PeriodKind =
  | 'calendar_year'
  | 'half_year'
  | 'quarter'
  | 'month'
  | 'day'
  | 'crop_year'
  | 'marketing_year'
  | 'span';

/** In milliseconds: in UTC no day is longer than another. */
export const DAY = 86_400_000;

export const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * A stretch of time, in UTC milliseconds: `start` is the first instant, `end` the first instant after it.
 * An open span starts at -Infinity or ends at Infinity.
 */
export type Period = { text: string; kind: PeriodKind; start: number; end: number };

type Form = { kind: PeriodKind; pattern: RegExp; read: (...parts: number[]) => Bounds | null };
type Bounds = { start: number; end: number };

/** Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999. Months count from 0. */
function utc(year: number, month: number, day = 1): number {
  return new Date(0).setUTCFullYear(year, month, day);
}

function months(year: number, month: number, count: number): Bounds {
  return { start: utc(year, month), end: utc(year, month + count) };
}

/** `null` for a day that no calendar has: Date would roll 30 February over into March. */
function calendarDay(year: number, month: number, day: number): Bounds | null {
  const start = utc(year, month - 1, day);
  const date = new Date(start);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return { start, end: utc(year, month - 1, day + 1) };
}

/** The crop year of grains and oilseeds, from 1 August to 31 July. */
function cropYear(year: number, next: number): Bounds | null {
  return (year + 1) % 100 === next ? months(year, 7, 12) : null;
}

const plainForms: Form[] = [
  { kind: 'calendar_year', pattern: /^(\d{4})$/, read: (y) => months(y, 0, 12) },
  {
    kind: 'half_year',
    pattern: /^(\d{4})-H([12])$/,
    read: (y, half) => months(y, (half - 1) * 6, 6),
  },
  {
    kind: 'quarter',
    pattern: /^(\d{4})-Q([1-4])$/,
    read: (y, quarter) => months(y, (quarter - 1) * 3, 3),
  },
  {
    kind: 'month',
    pattern: /^(\d{4})-(0[1-9]|1[0-2])$/,
    read: (y, month) => months(y, month - 1, 1),
  },
  { kind: 'day', pattern: /^(\d{4})-(\d\d)-(\d\d)$/, read: calendarDay },
  { kind: 'crop_year', pattern: /^(\d{4})\/(\d\d)$/, read: cropYear },
];

const marketingYear: Form = {
  kind: 'marketing_year',
  pattern: /^(\d{4})-(0[1-9]|1[0-2])\/P1Y$/,
  read: (y, month) => months(y, month - 1, 12),
};

function readForm({ kind, pattern, read }: Form, text: string): Period | null {
  const parts = pattern.exec(text);
  const bounds = parts && read(...parts.slice(1).map(Number));
  return bounds && { text, kind, ...bounds };
}

function readPlain(text: string): Period | null {
  for (const form of plainForms) {
    const period = readForm(form, text);
    if (period) return period;
  }
  return null;
}

function readSpan(text: string): Period | null {
  const [from = '', to = '', ...rest] = text.split('..');
  const first = readPlain(from);
  const last = readPlain(to);
  if (rest.length > 0 || (from !== '' && !first) || (to !== '' && !last)) return null;
  if (!first && !last) return null;
  const start = first ? first.start : -Infinity;
  const end = last ? last.end : Infinity;
  return start < end ? { text, kind: 'span', start, end } : null;
}

/**
 * Reads `2024`, `2024-H1`, `2024-Q4`, `2024-06`, `2024-06-05`, the crop year `2024/25`, the marketing year
 * `2024-10/P1Y` (ISO 8601: from 1 October, a year long), and spans of all but the last: `2024-08..2025-06`,
 * `..2018`, `2024-06..`.
 */
export function parsePeriod(text: string): Period {
  const period = text.includes('..')
    ? readSpan(text)
    : (readPlain(text) ?? readForm(marketingYear, text));
  if (!period) throw new Error(`not a period: ${printed(text)}`);
  return period;
}

/** Earlier start first, then earlier end. No subtraction: open spans would give NaN. */
export function comparePeriods(a: Period, b: Period): number {
  return ascending(a.start, b.start) || ascending(a.end, b.end);
}

function ascending(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function contains(outer: Period, inner: Period): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The months that lie wholly inside. */
export function eachMonth(period: Period): Period[] {
  const { text, start, end } = period;
  if (!Number.isFinite(start) || !Number.isFinite(end)) {
    throw new Error(`an open span has no end of months: ${printed(text)}`);
  }
  const found: Period[] = [];
  let month = monthAt(start);
  if (month.start < start) month = monthAt(month.end);
  for (; month.end <= end; month = monthAt(month.end)) found.push(month);
  return found;
}

function monthAt(instant: number): Period {
  const date = new Date(instant);
  const bounds = months(date.getUTCFullYear(), date.getUTCMonth(), 1);
  return { text: date.toISOString().slice(0, 7), kind: 'month', ...bounds };
}

/** The UTC year in which the period starts. */
export function yearOf(period: Period): number {
  if (!Number.isFinite(period.start)) {
    throw new Error(`starts in no year: ${JSON.stringify(period.text)}`);
  }
  return new Date(period.start).getUTCFullYear();
}
