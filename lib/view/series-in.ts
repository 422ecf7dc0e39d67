import type { View } from '@/lib/view/view';

/** The series that a view names. Where it names those of other charts alone, all; where it names none, none. */
export function seriesIn<T extends { id: string }>(all: T[], { series }: View): T[] {
  if (series === undefined) return all;
  const named = all.filter(({ id }) => series.includes(id));
  return named.length > 0 || series.length === 0 ? named : all;
}
