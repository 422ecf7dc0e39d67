import { LOCALE } from './locale';

/** What lib/format.ts does without words, apart so that the live chart need not carry those of all units. */

const numbers = new Map<string, Intl.NumberFormat>();

/** A number with grouped digits and a true minus sign. */
export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  const key = JSON.stringify(options);
  const format =
    numbers.get(key) ?? new Intl.NumberFormat(LOCALE, { signDisplay: 'negative', ...options });
  numbers.set(key, format);
  return format.format(value).replace('-', '−');
}

/** A value as a chart says it: its axis has the unit. */
export const formatChartValue = (value: number, suffix = ''): string =>
  formatNumber(value, { maximumFractionDigits: Math.abs(value) >= 1000 ? 0 : 1 }) + suffix;

const shortMonth = new Intl.DateTimeFormat(LOCALE, { month: 'short', timeZone: 'UTC' });

/** "Sep", where "Sept" would be too long. */
export const formatShortMonth = (time: number): string => shortMonth.format(time).replace('.', '');

/** A sentence with its words put in. Messages with plurals and choices are lib/message.ts's. */
export const filled = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
