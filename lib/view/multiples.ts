import type { OverTime } from '@/lib/chart/input';
import type { Viewed } from './apply-view';

/** A chart each for the series of one, on axes of one reach where `shared` says that their values may be compared. */
export function multiples(
  viewed: Viewed & { input: OverTime },
  shared: (first: string, second: string) => boolean,
): Viewed[] {
  const { input } = viewed;
  return input.series.map((one, index) => {
    const beside = input.series.filter(({ id }) => id !== one.id && shared(one.id, id));
    return {
      ...viewed,
      // Said once for all of them.
      lost: index === 0 ? viewed.lost : 0,
      input: {
        ...input,
        id: `${input.id}-${index}`,
        title: one.label,
        series: [one],
        beside: beside.flatMap(({ points }) => points),
      },
    };
  });
}
