import words from '@/data/words/view.json';
import { filled } from '@/lib/plain-format';
import type { Gap } from './spec';

const span = ({ from, to, count }: Gap) => (count === 1 ? from : filled(words.span, { from, to }));

export type GapNote = { series: string; label: string; text: string };

/** What is missing in each series and why, the reasons in the order in which they come up. */
export function gapNotes(gaps: Gap[]): GapNote[] {
  const kinds = new Map(gaps.map((gap) => [`${gap.series} ${gap.why}`, gap]));
  return [...kinds.values()].map(({ series, label, why }) => {
    const own = gaps.filter((gap) => gap.series === series && gap.why === why);
    const spans = own.map(span).join(', ');
    return { series, label, text: filled(words.gap, { why: words.why[why], spans }) };
  });
}
