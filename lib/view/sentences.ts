import words from '@/data/words/en.json';
import { formatDate } from '@/lib/format';
import { message } from '@/lib/message';
import type { Viewed } from './apply-view';
import type { View } from './view';

const baseSentence = (base: number | null): string =>
  base === null
    ? words.view.noBase
    : message(words.view.baseIs, {
        when: formatDate(base, { month: 'long', year: 'numeric' }),
      });

/** What a drawing alone does not say of a view: what is 100, what a log scale left out. */
export function viewSentences(view: View, viewed: Viewed[]): string[] {
  const lost = viewed.reduce((sum, one) => sum + one.lost, 0);
  const bases = view.units === 'index' ? viewed.map(({ base }) => baseSentence(base)) : [];
  return [...new Set(bases), ...(lost > 0 ? [message(words.view.lost, { n: lost })] : [])];
}
