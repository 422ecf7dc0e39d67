import words from '@/data/words/en.json';
import { DAY, type Period, parsePeriod } from '@/lib/table/period';
import { LOCALE } from './locale';
import { message } from './message';
import { formatNumber } from './plain-format';

export { formatChartValue, formatNumber, formatShortMonth } from './plain-format';

/** The one place where numbers, dates and units become text. All dates are UTC. */

type Unit = { text: string; exact?: string; scale?: number; digits?: number };
const units: Record<string, Unit> = words.units;

const dates = new Map<string, Intl.DateTimeFormat>();

export function formatDate(time: number, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  const format =
    dates.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  dates.set(key, format);
  return format.format(time);
}

export const formatDay = (time: number): string =>
  formatDate(time, { day: 'numeric', month: 'long', year: 'numeric' });

const formatMonth = (time: number): string => formatDate(time, { month: 'long', year: 'numeric' });

const named = (unit: string): Unit => units[unit] ?? { text: words.otherUnit };

function withUnit(pattern: string, n: string, raw: number, unit: string): string {
  return message(pattern, { n, raw, unit });
}

/**
 * A value as a sentence says it: large ones in words ("CAD 30 billion"), the rest with at most one decimal
 * (`digits` of the unit otherwise). The exact figure stands in the working.
 */
export function formatValue(value: number, unit: string): string {
  if (unit === 'date') return formatDay(value * DAY);
  const { text, scale = 1, digits } = named(unit);
  const whole = value * scale;
  const large = Math.abs(whole) >= 1e6 || (scale > 1 && Math.abs(whole) >= 1e3);
  const options: Intl.NumberFormatOptions = large
    ? { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 3 }
    : { maximumFractionDigits: digits ?? (Math.abs(whole) >= 1000 ? 0 : 1) };
  return withUnit(text, formatNumber(whole, options), value, unit);
}

/**
 * A value that lies within `margin` of itself, with no digit that this does not carry: "about 70%" for 71.4 that may be
 * 69 to 74. As it stands where rounding changes none of its shown digits.
 */
export function formatRounded(
  value: number,
  unit: string,
  margin: number,
  format: (value: number, unit: string) => string = formatValue,
): string {
  if (margin === 0) return format(value, unit);
  // To ones or fives of a place. Sums of decimals are a hair beside what they stand for: 0.05 + 0.05 must not count as more than 0.1.
  const power = 10 ** Math.ceil(Math.log10(margin) - 1e-9);
  const step = margin * (1 - 1e-9) <= power / 2 ? power / 2 : power;
  const rounded = Math.round(value / step) * step;
  const [own, carried] = [format(value, unit), format(rounded, unit)];
  // What is left open lies beyond the digits that are shown.
  const decimals = /\.(\d+)/.exec(own)?.[1]?.length ?? 0;
  if (step < 10 ** -decimals) return own;
  return own === carried ? own : message(words.about, { value: carried });
}

/** A value with every digit that is its own: the figure in the file, or a computed one to six decimals. */
export function formatExact(value: number, unit: string): string {
  if (unit === 'date') return formatDay(value * DAY);
  const { text, exact = text } = named(unit);
  return withUnit(exact, formatNumber(value, { maximumFractionDigits: 6 }), value, unit);
}

/** A computed value as its working shows it: two decimals are enough to follow the arithmetic. */
export function formatComputed(value: number, unit: string): string {
  if (unit === 'date') return formatDay(value * DAY);
  const { text, exact = text, digits = 2 } = named(unit);
  return withUnit(exact, formatNumber(value, { maximumFractionDigits: digits }), value, unit);
}

/** As a sentence or a label begins. */
export const capitalised = (text: string): string =>
  text.slice(0, 1).toLocaleUpperCase(LOCALE) + text.slice(1);

/** "2 of 5 ways to measure it" */
export const formatHeld = (held: number, count: number): string =>
  message(words.held, { held, count });

function formatSpan(text: string): string {
  const [from = '', to = ''] = text.split('..');
  const side = (part: string) => (part === '' ? '' : formatPeriod(parsePeriod(part)));
  if (from === '') return message(words.periods.until, { to: side(to) });
  if (to === '') return message(words.periods.since, { from: side(from) });
  if (from.length === 7 && from.slice(0, 5) === to.slice(0, 5) && to.length === 7)
    return message(words.periods.span, {
      from: formatDate(parsePeriod(from).start, { month: 'long' }),
      to: side(to),
    });
  return message(words.periods.span, { from: side(from), to: side(to) });
}

/** A period as a reader reads it: "June 2025", "crop year 2024/25", "August 2024 to May 2025". */
export function formatPeriod(period: Period): string {
  const { kind, text, start } = period;
  const year = text.slice(0, 4);
  switch (kind) {
    case 'calendar_year':
      return text;
    case 'month':
      return formatMonth(start);
    case 'day':
      return formatDay(start);
    case 'half_year':
    case 'quarter':
      return message(words.periods[kind], { part: text.slice(-1), year });
    case 'crop_year':
      return message(words.periods.crop_year, { text });
    case 'marketing_year':
      return message(words.periods.marketing_year, { from: formatMonth(start) });
    case 'span':
      return formatSpan(text);
  }
}
