import type { ChartSeries } from '@/lib/chart/input';

/** The years that series reach over, first to last. */
export function yearsOf(series: Pick<ChartSeries, 'points'>[]): string[] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { points } of series)
    for (const { start, end } of points) {
      if (Number.isFinite(start)) first = Math.min(first, new Date(start).getUTCFullYear());
      if (Number.isFinite(end)) last = Math.max(last, new Date(end - 1).getUTCFullYear());
    }
  if (last < first) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
