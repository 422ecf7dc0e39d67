import { formatShortMonth } from '@/lib/plain-format';
import { DAY } from '@/lib/table/period';
import type { Tick } from './spec';

const YEAR = 365.25 * DAY;

type Step = { unit: 'day' | 'month' | 'year'; count: number };

const STEPS: Step[] = [
  ...[1, 2, 5, 10].map((count) => ({ unit: 'day' as const, count })),
  ...[1, 2, 3, 6].map((count) => ({ unit: 'month' as const, count })),
  ...[1, 2, 4, 5, 10, 20, 50, 100].map((count) => ({ unit: 'year' as const, count })),
];

/** Roughly how long a step is, only to leave out the hopelessly short ones. */
const LENGTH = { day: DAY, month: 30 * DAY, year: 365 * DAY };

function stepFrom({ unit, count }: Step, low: number, month: number): (index: number) => number {
  const date = new Date(low);
  const year = date.getUTCFullYear();
  if (unit === 'year') {
    const first = Math.floor(year / count) * count;
    return (index) => Date.UTC(first + index * count, month, 1);
  }
  if (unit === 'month') {
    const first = Math.floor(date.getUTCMonth() / count) * count;
    return (index) => Date.UTC(year, first + index * count, 1);
  }
  return (index) => Date.UTC(year, date.getUTCMonth(), 1 + index * count);
}

/** Where the steps begin that, `shift` later, stand within the axis. */
function beginnings(
  step: Step,
  [low, high]: [number, number],
  month: number,
  shift: number,
): number[] {
  const at = stepFrom(step, low - shift, month);
  const found: number[] = [];
  for (let index = 0; at(index) + shift <= high; index += 1)
    if (at(index) + shift >= low) found.push(at(index));
  return found;
}

const pad = (number: number) => String(number % 100).padStart(2, '0');

/** A year as it stands alone: `2015`, or `2015/16` when it begins in another month than January. */
export function yearText(at: number, month: number): string {
  const year = new Date(at).getUTCFullYear();
  return month === 0 ? String(year) : `${year}/${pad(year + 1)}`;
}

/** The first year of an axis and of a century in full, others as `’16`. */
function yearLabel(at: number, month: number, first: boolean): string {
  const year = new Date(at).getUTCFullYear();
  const full = yearText(at, month);
  return first || year % 100 === 0 ? full : `’${full.slice(2)}`;
}

function monthLabel(at: number, first: boolean): string {
  const month = formatShortMonth(at);
  const january = new Date(at).getUTCMonth() === 0;
  return first || january ? `${month} ${new Date(at).getUTCFullYear()}` : month;
}

function dayLabel(at: number, first: boolean): string {
  const date = new Date(at);
  const day = String(date.getUTCDate());
  return first || date.getUTCDate() === 1 ? `${day} ${formatShortMonth(at)}` : day;
}

function label(step: Step, at: number, month: number, first: boolean): string {
  if (step.unit === 'year') return yearLabel(at, month, first);
  return step.unit === 'month' ? monthLabel(at, first) : dayLabel(at, first);
}

/**
 * The month that the data's years begin in (7 for crop years, which begin in August), and whether years are
 * all there is: their ticks then stand in their middle, where their marks do. `days`: some periods are shorter than a
 * month, and only those are told by the day.
 */
export type Years = { month: number; only: boolean; days: boolean };

/** The closest round ticks that fit. */
export function timeTicks(
  domain: [number, number],
  { month, only, days }: Years,
  fits: (ticks: Tick[]) => boolean,
): Tick[] {
  const span = domain[1] - domain[0];
  const shift = only ? YEAR / 2 : 0;
  for (const step of STEPS) {
    if ((only && step.unit !== 'year') || (!days && step.unit === 'day')) continue;
    if (span / (LENGTH[step.unit] * step.count) > 60) continue;
    // Every fourth year is round enough only for years that need two numbers.
    if (step.unit === 'year' && step.count === 4 && month === 0) continue;
    const ticks = beginnings(step, domain, month, shift).map((at, index) => ({
      at: at + shift,
      label: label(step, at, month, index === 0),
    }));
    if (fits(ticks)) return ticks;
  }
  return [];
}

/** Years that all begin alike say which month that is; without them years begin in January. */
export function yearsOf(periods: { start: number; end: number }[]): Years {
  const months = new Set(periods.map(({ start }) => new Date(start).getUTCMonth()));
  const years = periods.filter(({ start, end }) => Math.abs(end - start - YEAR) < 10 * DAY);
  const [month = 0] = months;
  const alike = months.size === 1 && years.length > periods.length / 2;
  const days = periods.some(({ start, end }) => end - start < 27 * DAY);
  return alike ? { month, only: true, days } : { month: 0, only: false, days };
}
