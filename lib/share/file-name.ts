import type { ChartInput } from '@/lib/chart/input';
import type { View } from '@/lib/view/view';

/** Names of files that say what is inside: letters, digits and hyphens, which do everywhere. */

const LONGEST = 120;

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export const fileName = (parts: string[]): string =>
  slug(parts.join('-')).slice(0, LONGEST).replace(/-$/, '');

/** First and last year of the values, once where they are one. */
function yearsOf(charts: ChartInput[]): string[] {
  const points = charts.flatMap((chart) =>
    chart.layout === 'over-time' ? chart.series.flatMap(({ points }) => points) : [],
  );
  const times = points.flatMap(({ value, start, end }) => (value === null ? [] : [start, end - 1]));
  const years = times.filter(Number.isFinite).map((time) => new Date(time).getUTCFullYear());
  if (years.length === 0) return [];
  return [...new Set([Math.min(...years), Math.max(...years)])].map(String);
}

/** `apple-exports-freedonia-2015-2024-pch`: what a view is of, the years that it shows, what was done to them. */
export function viewStem(subject: string[], charts: ChartInput[], view: View): string {
  const { units, currency, freq, v } = view;
  const done = [units === 'lin' ? undefined : units, currency, freq, v].flatMap(
    (part) => part ?? [],
  );
  const [what, when] = [fileName(subject), [...yearsOf(charts), ...done]];
  const room = LONGEST - when.join('-').length - 1;
  return fileName([what.slice(0, Math.max(0, room)).replace(/-$/, ''), ...when]);
}
