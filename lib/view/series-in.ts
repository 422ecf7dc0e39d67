import type { View } from '@/lib/view/view';

type Known = { id: string };

/** The series that are not turned off. */
export const notHidden = <T extends Known>(all: T[], { hide = [] }: View): T[] =>
  all.filter(({ id }) => !hide.includes(id));

/** The series that a view names, but for those that it hides. */
export const seriesIn = <T extends Known>(all: T[], view: View): T[] =>
  notHidden(seriesNamed(all, view), view);

/** Where a view names those of other charts alone, all; where it names none, none. */
export function seriesNamed<T extends Known>(all: T[], { series }: View): T[] {
  if (series === undefined) return all;
  const found = all.filter(({ id }) => series.includes(id));
  return found.length > 0 || series.length === 0 ? found : all;
}
