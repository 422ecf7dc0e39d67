import type { View } from '@/lib/view/view';

/**
 * The series that a view names, but for those that it hides. Where it names those of other charts alone, all; where it
 * names none, none.
 */
export function seriesIn<T extends { id: string }>(all: T[], view: View): T[] {
  return named(all, view).filter(({ id }) => !view.hide?.includes(id));
}

function named<T extends { id: string }>(all: T[], { series }: View): T[] {
  if (series === undefined) return all;
  const found = all.filter(({ id }) => series.includes(id));
  return found.length > 0 || series.length === 0 ? found : all;
}
