import { chartStarts } from '@/components/chart-starts';
import { seriesView } from '@/components/series-view';
import { hasValues } from '@/lib/view/nothing';
import type { Data, Invariant } from './tables';

/** The words of the site name series of its own data, and of no others. */
function starts({ catalog }: Data): string[] {
  return chartStarts.flatMap(({ title, chosen }) => {
    const { all, unknown, made, viewed } = seriesView(catalog, chosen);
    const faults = [
      ...unknown.map((id) => `no series ${id}`),
      ...chosen.ignored.map((name) => `${name} is ignored`),
      ...(made.refusal ? [made.refusal.reason] : []),
      ...(all.length === chosen.view.series?.length ? [] : ['a series is lost']),
      ...(viewed.every(hasValues) ? [] : ['nothing to draw']),
    ];
    return faults.map((fault) => `${title}: ${fault}`);
  });
}

export const viewInvariants: Record<string, Invariant> = {
  'every view to begin with finds its series and draws them together': starts,
};
