import { expect, test } from '@playwright/test';
import { KINDS, type Kind } from '@/lib/table/kind';
import { logFor, unitsFor } from './allowed';
import type { Units } from './units';

const relative: Units[] = ['lin', 'chg', 'pch', 'pc1', 'index'];
const expected: Record<Kind, [Units[], boolean]> = {
  amount: [[...relative, 'share'], true],
  price: [relative, true],
  share: [relative, true],
  rate: [relative, true],
  index: [relative, true],
  change: [['lin', 'chg'], false],
  rank: [['lin', 'chg'], false],
  date: [['lin'], false],
};

for (const kind of KINDS)
  test(`unitsFor(["${kind}"]) are those that mean something of it`, () => {
    expect([unitsFor([kind]), logFor([kind])]).toEqual(expected[kind]);
  });

test('unitsFor(kinds) are those that all of them allow', () => {
  expect(unitsFor(['amount', 'price'])).toEqual(relative);
  expect(unitsFor(['amount', 'rank'])).toEqual(['lin', 'chg']);
  expect(logFor(['amount', 'rank'])).toBe(false);
});
