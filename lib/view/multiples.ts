import type { OverTime } from '@/lib/chart/input';
import type { Viewed } from './apply-view';

/** A chart each for the series of one, on axes of one reach where `shared` says that their values may be compared. */
export function multiples(
  viewed: Viewed & { input: OverTime },
  shared: (first: string, second: string) => boolean,
): Viewed[] {
  const { notes, ...input } = viewed.input;
  return input.series.map((one, index) => {
    const beside = input.series.filter(({ id }) => id !== one.id && shared(one.id, id));
    return {
      ...viewed,
      input: {
        ...input,
        // Said once for all of them.
        ...(notes && index === 0 ? { notes } : {}),
        id: `${input.id}-${index}`,
        title: one.label,
        measure: one.label,
        series: [one],
        beside: beside.flatMap(({ points }) => points),
      },
    };
  });
}
