import { DAY } from '@/lib/table/period';
import type { Time } from './view';

/** The shortest text for the period that begins here: a year, a month or a day. */
function beginText(at: number): string {
  const text = new Date(at).toISOString();
  if (text.slice(5, 10) === '01-01') return text.slice(0, 4);
  return text.slice(8, 10) === '01' ? text.slice(0, 7) : text.slice(0, 10);
}

/** The same for the period that ends here; `at` is the first instant after it. */
function endText(at: number): string {
  const last = new Date(at - DAY).toISOString();
  const begun = beginText(at);
  return last.slice(0, begun.length);
}

type Stretch = { start: number; end: number };

/**
 * The `time` of an address that holds the stretches from the first to the last chosen; an end that is the end of
 * all stays open, so that new figures join it. Null where nothing is left out.
 */
export function timeBetween(all: Stretch[], first: number, last: number): Time | null {
  const [from, to] = [all[first], all[last]];
  const whole = first <= 0 && last >= all.length - 1;
  if (!from || !to || whole) return null;
  const inside = all.slice(first, last + 1);
  return {
    from: first <= 0 ? 'earliest' : beginText(Math.min(...inside.map(({ start }) => start))),
    to: last >= all.length - 1 ? 'latest' : endText(Math.max(...inside.map(({ end }) => end))),
  };
}
