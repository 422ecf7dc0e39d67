import type { DateReading } from '../period-text';

type Reading = { dates: DateReading | undefined; notes: string[] };

const steps: Record<number, [DateReading, string]> = {
  1: ['month-start', 'month'],
  3: ['quarter-start', 'quarter'],
  12: ['year-start', 'year'],
};

/** Months since year 0 of a first day of a month, `null` for any other text. */
function monthOf(text: string): number | null {
  const parts = /^(\d{4})-(\d\d)-01$/.exec(text);
  return parts && Number(parts[1]) * 12 + Number(parts[2]) - 1;
}

/**
 * Some publishers print a month, quarter or year as its first day and name the frequency elsewhere. Days that are
 * all first days, the nearest two a month, a quarter or a year apart, are taken for that.
 */
export function datesOf(printed: string[]): Reading {
  const months = [...new Set(printed)].map(monthOf);
  let step = Number.POSITIVE_INFINITY;
  for (let at = 0; at < months.length; at += 1) {
    const month = months[at] ?? null;
    const before = months[at - 1] ?? null;
    if (month === null) return { dates: undefined, notes: [] };
    if (at > 0 && before !== null) step = Math.min(step, Math.abs(month - before));
  }
  const found = steps[step];
  if (!found) return { dates: undefined, notes: [] };
  const note = `every date is the first day of a ${found[1]}: read as ${found[1]}s`;
  return { dates: found[0], notes: [note] };
}
