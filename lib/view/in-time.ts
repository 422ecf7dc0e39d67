import { parsePeriod } from '@/lib/table/period';
import type { Time } from './view';

type Stretch = { start: number; end: number };

function bound(text: string, end: 'start' | 'end'): number {
  if (text === 'earliest') return Number.NEGATIVE_INFINITY;
  return text === 'latest' ? Number.POSITIVE_INFINITY : parsePeriod(text)[end];
}

const boundsOf = ({ from, to }: Time): [number, number] => [bound(from, 'start'), bound(to, 'end')];

/** Those that lie within the time. */
export function inTime<T extends Stretch>(points: T[], time: Time): T[] {
  const [low, high] = boundsOf(time);
  return points.filter(({ start, end }) => start >= low && end <= high);
}

/** Whether any of a stretch lies within the time. */
export function reaches({ start, end }: Stretch, time: Time): boolean {
  const [low, high] = boundsOf(time);
  return start < high && end > low;
}
