import words from '@/data/words/limits.json';
import { formatExact } from '@/lib/format';
import { message } from '@/lib/message';
import type { Test } from './claim';
import { at, type Limit } from './test-outcome';

type Kind = 'change' | 'place' | 'part' | 'days' | 'value' | 'date' | 'tolerance';

function kindOf(test: Test, unit: string): Kind {
  if (test.kind === 'change') return 'change';
  if (test.kind === 'rank') return test.as === 'place' ? 'place' : 'part';
  if (test.kind === 'order-of-dates') return 'days';
  return unit === 'date' ? 'date' : 'value';
}

function said(kind: Kind, { relation, low, high, unit }: Limit): string {
  const end = relation === 'below' || relation === 'at-least' ? low : high;
  return message(words[kind][relation], {
    n: end,
    sign: end < 0 ? 'minus' : end > 0 ? 'plus' : 'zero',
    size: formatExact(Math.abs(end), unit),
    limit: formatExact(end, unit),
    low: formatExact(low, unit),
    high: formatExact(high, unit),
  });
}

/** What a test needs, in words: "fell by at least 25%", "2nd", "from CAD 38,000 to CAD 42,000". */
export const limitWords = (test: Test, limit: Limit): string =>
  said(kindOf(test, limit.unit), limit);

/** Our own limit in words, whatever a reader puts in its place; `null` for a test without one. */
export function ownLimitWords(test: Test): string | null {
  if (!('threshold' in test) || !test.threshold) return null;
  const limit = at(test.relation, test.threshold);
  const isTolerance = test.kind === 'compare' && test.than !== undefined;
  return isTolerance ? said('tolerance', limit) : limitWords(test, limit);
}
