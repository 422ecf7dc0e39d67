import said from '@/data/words/declined.json';
import words from '@/data/words/en.json';
import type { ChartSeries } from '@/lib/chart/input';
import { message } from '@/lib/message';
import { filled } from '@/lib/plain-format';
import type { Series } from '@/lib/table/series';
import type { Viewed } from './apply-view';
import { MONEY } from './chart';
import { type Declined, declinedByAll } from './declined';
import type { View } from './view';

const seriesIn = (viewed: Viewed[]): ChartSeries[] =>
  viewed.flatMap(({ input }) => (input.layout === 'over-time' ? input.series : []));

const listed = (labels: string[]): string =>
  [...new Set(labels)].map((one) => `“${one}”`).join(', ');

/** Of what sum the shares of each chart are; charts side by side have one. */
function sharesSentences({ hide }: View, viewed: Viewed[]): string[] {
  const hidden = hide ? 'some' : 'none';
  const sums = viewed.filter(
    ({ parts, declined }) => parts.length > 0 && !declined.some(({ name }) => name === 'units'),
  );
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

/** What was asked for, as the page's form names it. */
function valueText({ name, value }: Declined): string {
  const texts: Partial<Record<keyof View, Record<string, string>>> = {
    units: words.units_view,
    scale: words.scales,
    form: words.forms,
    freq: { year: words.view.year },
  };
  return texts[name]?.[value] ?? value;
}

/** What was asked for and not done, and why. */
export function declinedSentence(declined: Declined): string {
  const pages: Partial<Record<keyof View, string>> = said.page;
  const { name, why } = declined;
  return filled(pages[name] ?? '', { value: valueText(declined), why: said.why[why] });
}

/** That a chart has no time axis needs no word where another has one; that its measure forbids it does. */
function someDeclined(viewed: Viewed[], byAll: Declined[]): string[] {
  return viewed.flatMap(({ input, declined }) =>
    declined
      .filter(
        ({ name, why }) =>
          why !== 'rows' && why !== 'steps' && !byAll.some((one) => one.name === name),
      )
      .map((one) =>
        filled(said.of, { sentence: declinedSentence(one), title: input.measure ?? input.title }),
      ),
  );
}

export function declinedSentences(viewed: Viewed[], more: Declined[] = []): string[] {
  const byAll = declinedByAll(viewed.map(({ declined }) => declined));
  const all = [...byAll, ...more].map(declinedSentence);
  return [...new Set([...all, ...someDeclined(viewed, byAll)])];
}

/** What a drawing alone does not say of a view: of what shares are, what could not be drawn as it was asked for. */
export function viewSentences(view: View, viewed: Viewed[]): string[] {
  return [
    ...new Set(view.units === 'share' ? sharesSentences(view, viewed) : []),
    ...(viewed.some(({ barless }) => barless) ? [words.view.barless] : []),
    ...(view.form === 'bars' ? scatteredSentence(viewed) : []),
  ];
}
