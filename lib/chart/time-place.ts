import { DAY } from '@/lib/table/period';
import type { ChartPoint, ChartSeries } from './input';

/**
 * Where a value stands in time: a year's in its middle, so that it does not seem to come before what happened
 * within it; a month's or a day's at its beginning, and what came into force where it did. A bar stands over all
 * of its period.
 */
export function placeOf(
  { start, end }: Pick<ChartPoint, 'start' | 'end'>,
  mark: ChartSeries['mark'],
): number {
  if (mark === 'step') return start;
  return mark === 'bar' || end - start > 40 * DAY ? (start + end) / 2 : start;
}
