import words from '@/data/words/en.json';
import type { ChartSeries } from '@/lib/chart/input';
import { message } from '@/lib/message';
import type { Viewed } from './apply-view';
import type { View } from './view';

const baseSentence = (base: string | null): string =>
  base === null ? words.view.noBase : message(words.view.baseIs, { when: base });

const seriesIn = (viewed: Viewed[]): ChartSeries[] =>
  viewed.flatMap(({ input }) => (input.layout === 'over-time' ? input.series : []));

const listed = (labels: string[]): string =>
  [...new Set(labels)].map((one) => `“${one}”`).join(', ');

/** Of what sum the shares are. */
function sharesSentence(viewed: Viewed[]): string[] {
  const labels = seriesIn(viewed).map(({ label }) => label);
  return labels.length > 0
    ? [message(words.view.shares, { count: labels.length, labels: listed(labels) })]
    : [];
}

function scatteredSentence(viewed: Viewed[]): string[] {
  const marks = seriesIn(viewed).filter(({ mark }) => mark === 'points');
  const labels = listed(marks.map(({ label }) => label));
  return marks.length > 0 ? [message(words.view.scattered, { labels })] : [];
}

/** What a drawing alone does not say of a view: what is 100, what a log scale left out. */
export function viewSentences(view: View, viewed: Viewed[]): string[] {
  const lost = viewed.reduce((sum, one) => sum + one.lost, 0);
  const bases = view.units === 'index' ? viewed.map(({ base }) => baseSentence(base)) : [];
  return [
    ...new Set(bases),
    ...(view.units === 'share' ? sharesSentence(viewed) : []),
    ...(lost > 0 ? [message(words.view.lost, { n: lost })] : []),
    ...(viewed.some(({ barless }) => barless) ? [words.view.barless] : []),
    ...(view.form === 'bars' ? scatteredSentence(viewed) : []),
  ];
}
