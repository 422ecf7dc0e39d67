import { expect, test } from '@playwright/test';
import type { Quantity, Relation, Test } from './claim';
import { claimOf, resultOf } from './fixture';
import { limitWords, ownLimitWords } from './limit-words';
import { stated } from './quantity-fixture';

const reason = 'Ours';
const percent = (value: number) => ({ value, unit: '%', reason });

const change = (relation: Relation, value: number): Test => ({
  kind: 'change',
  from: stated(4),
  to: stated(1),
  as: 'percent',
  relation,
  threshold: percent(value),
});
const day = (label: string): Quantity => ({ kind: 'day', label, day: '2024-03-01' });
const dates = (relation: Relation, value: number): Test => ({
  kind: 'order-of-dates',
  first: day('One'),
  second: day('Other'),
  relation,
  threshold: { value, unit: 'days', reason },
});
const rank = (relation: Relation, value: number, as: 'place' | 'percent-of-list'): Test => ({
  kind: 'rank',
  rank: stated(1),
  as,
  relation,
  threshold: { value, unit: as === 'place' ? 'place' : '% of the list', reason },
});

const own: [Test, string][] = [
  [change('at-most', -25), 'fell by at least 25%'],
  [change('below', -25), 'fell by more than 25%'],
  [change('below', 0), 'fell'],
  [change('at-least', -5), 'fell by at most 5%, or rose'],
  [change('above', 0), 'rose'],
  [change('above', 0.5), 'rose by more than 0.5%'],
  [dates('equal', 0), 'the same day'],
  [dates('above', 0), 'the second date after the first'],
  [dates('below', 7), 'the second date less than 7 days after the first'],
  [dates('at-most', -1), 'the second date at least 1 day before the first'],
  [rank('equal', 2, 'place'), '2nd'],
  [rank('at-most', 1, 'place'), '1st'],
  [rank('at-most', 5, 'place'), '5th or higher'],
  [rank('above', 1, 'place'), 'lower than 1st'],
  [rank('at-most', 50, 'percent-of-list'), 'among the first 50% of the list'],
  [
    { kind: 'compare', value: stated(60, '%'), relation: 'above', threshold: percent(50) },
    'more than 50%',
  ],
  [
    {
      ...{ kind: 'compare', value: stated(6), relation: 'within', than: stated(5) },
      threshold: percent(5),
    },
    'up to 5% above or below the other figure',
  ],
];

for (const [one, said] of own)
  test(`ownLimitWords(test) says "${said}"`, () => {
    expect(ownLimitWords(one)).toBe(said);
  });

test('ownLimitWords(test) is null where no limit is of our own choosing', () => {
  expect(ownLimitWords({ kind: 'missing', wanted: 'A loss', would_settle: 'A report' })).toBe(null);
  const bare = { kind: 'compare', value: stated(6), relation: 'below', than: stated(7) } as const;
  expect(ownLimitWords(bare)).toBe(null);
});

test('limitWords(test, limit) says both ends of a tolerance in the unit of the value', () => {
  const tolerant: Test = {
    ...{ kind: 'compare', value: stated(41000), relation: 'within', than: stated(40000) },
    threshold: percent(5),
  };
  const limit = resultOf(claimOf([tolerant])).readings[0]?.outcomes[0]?.limit;
  expect(limit && limitWords(tolerant, limit)).toBe('from CAD 38,000 to CAD 42,000');
});
