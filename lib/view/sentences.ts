import words from '@/data/words/en.json';
import type { ChartSeries } from '@/lib/chart/input';
import { message } from '@/lib/message';
import type { Series } from '@/lib/table/series';
import type { Viewed } from './apply-view';
import { MONEY } from './chart';
import type { View } from './view';

const baseSentence = (base: string | null): string =>
  base === null ? words.view.noBase : message(words.view.baseIs, { when: base });

const seriesIn = (viewed: Viewed[]): ChartSeries[] =>
  viewed.flatMap(({ input }) => (input.layout === 'over-time' ? input.series : []));

const listed = (labels: string[]): string =>
  [...new Set(labels)].map((one) => `“${one}”`).join(', ');

/** Of what sum the shares of each chart are; charts side by side have one. */
function sharesSentences({ hide }: View, viewed: Viewed[]): string[] {
  const hidden = hide ? 'some' : 'none';
  const sums = viewed.filter(({ parts }) => parts.length > 0);
  return sums.map(({ parts }) =>
    message(words.view.shares, { hidden, count: parts.length, labels: listed(parts) }),
  );
}

function scatteredSentence(viewed: Viewed[]): string[] {
  const marks = seriesIn(viewed).filter(({ mark }) => mark === 'points');
  const labels = listed(marks.map(({ label }) => label));
  return marks.length > 0 ? [message(words.view.scattered, { labels })] : [];
}

/** At which rates amounts were turned into another currency, if any were. */
export function rateSentences(all: Series[], { currency }: View): string[] {
  const turned = all.some(({ unit }) => MONEY.test(unit) && unit.slice(0, 3) !== currency);
  return currency && turned ? [message(words.view.rates, { currency })] : [];
}

/** What a drawing alone does not say of a view: what is 100, what a log scale left out. */
export function viewSentences(view: View, viewed: Viewed[]): string[] {
  const lost = viewed.reduce((sum, one) => sum + one.lost, 0);
  const bases = view.units === 'index' ? viewed.map(({ base }) => baseSentence(base)) : [];
  return [
    ...new Set(bases),
    ...new Set(view.units === 'share' ? sharesSentences(view, viewed) : []),
    ...(lost > 0 ? [message(words.view.lost, { n: lost })] : []),
    ...(viewed.some(({ barless }) => barless) ? [words.view.barless] : []),
    ...(view.form === 'bars' ? scatteredSentence(viewed) : []),
  ];
}
