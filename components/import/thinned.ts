import words from '@/data/words/import.json';
import { formatNumber } from '@/lib/format';
import { message } from '@/lib/message';
import type { Series } from '@/lib/table/series';
import { inTime } from '@/lib/view/in-time';
import type { View } from '@/lib/view/view';

/** More than these are more than a chart has pixels for, several times over. */
const MOST_POINTS = 5_000;

/** Long series with as many of their figures as a chart draws, the latest ones; and what to say of it. */
export function thinned(all: Series[], { time }: View): { series: Series[]; notes: string[] } {
  const notes: string[] = [];
  const series = all.map((one) => {
    if (one.observations.length <= MOST_POINTS) return one;
    const points = one.observations.map((seen) => ({ ...seen.period, seen }));
    const shown = (time ? inTime(points, time) : points).map(({ seen }) => seen);
    if (shown.length > MOST_POINTS) notes.push(noteOf(one.label, shown.length));
    return { ...one, observations: shown.slice(-MOST_POINTS) };
  });
  return { series, notes };
}

const noteOf = (label: string, n: number): string =>
  message(words.chart.thinned, { label, n: formatNumber(n), most: formatNumber(MOST_POINTS) });
