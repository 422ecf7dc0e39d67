import { expect, test } from '@playwright/test';
import { once } from './once';

function counted() {
  let times = 0;
  const sum = once((of: { n: number }, by: number | null) => {
    times += 1;
    if (by === null) throw new Error('nothing to add');
    return of.n + by || undefined;
  });
  return { sum, times: () => times };
}

test('once(work) works out each pair once, also where nothing comes of it', () => {
  const { sum, times } = counted();
  const two = { n: 2 };
  expect([sum(two, 3), sum(two, 3), sum(two, -2), sum(two, -2)]).toEqual([
    5,
    5,
    undefined,
    undefined,
  ]);
  expect(times()).toBe(2);
});

test('once(work) takes equal objects for two, as one of them may be another table', () => {
  const { sum, times } = counted();
  expect([sum({ n: 2 }, 3), sum({ n: 2 }, 3)]).toEqual([5, 5]);
  expect(times()).toBe(2);
});

test('once(work) keeps no failure', () => {
  const { sum, times } = counted();
  const two = { n: 2 };
  expect(() => sum(two, null)).toThrow('nothing to add');
  expect(() => sum(two, null)).toThrow('nothing to add');
  expect(times()).toBe(2);
});
