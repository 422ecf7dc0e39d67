import { eachMonth, parsePeriod } from './period';

const years = (from: string, to: string): number[] => {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index);
};

const cropYear = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`;

/** The periods named one by one, or all of one kind from the first to the last: years, crop years, months. */
export function eachPeriod(periods: string[] | { from: string; to: string }): string[] {
  if (Array.isArray(periods)) return periods;
  const { from, to } = periods;
  const { kind } = parsePeriod(from);
  if (parsePeriod(to).kind !== kind) throw new Error(`"${from}" and "${to}" are not of one kind`);
  if (kind === 'calendar_year') return years(from, to).map(String);
  if (kind === 'crop_year') return years(from, to).map(cropYear);
  if (kind === 'month') return eachMonth(parsePeriod(`${from}..${to}`)).map(({ text }) => text);
  throw new Error(`"${from}" to "${to}": only years, crop years and months follow one another`);
}
