import { expect, test } from '@playwright/test';
import { keptWithin } from './kept';

const thing = (bytes: number) => new Uint8Array(bytes);
const keptThings = (limit: number) => keptWithin<Uint8Array>(limit, ({ length }) => length);

test('keptWithin(limit) gives back what was kept', () => {
  const kept = keptThings(1000);
  const one = thing(10);
  kept.set('one', one);
  expect(kept.get('one')).toBe(one);
  expect(kept.get('constructor')).toBeUndefined();
});

test('keptWithin(limit) drops the one least lately asked for', () => {
  const kept = keptThings(350);
  for (const name of ['a', 'b', 'c']) kept.set(name, thing(100));
  kept.get('a');
  kept.set('d', thing(100));
  expect(['a', 'b', 'c', 'd'].filter((name) => kept.get(name))).toEqual(['a', 'c', 'd']);
});

test('keptWithin(limit) never holds more than its limit, names and all', () => {
  const kept = keptThings(1000);
  for (let index = 0; index < 200; index += 1) {
    kept.set(`${index}`.repeat(20), thing((index * 37) % 300));
    expect(kept.bytes).toBeLessThanOrEqual(1000);
  }
  kept.set('large', thing(2000));
  expect(kept.get('large')).toBeUndefined();
  kept.set('n'.repeat(2000), thing(1));
  expect(kept.bytes).toBeLessThanOrEqual(1000);
});

test('keptWithin(limit) counts a thing kept twice once', () => {
  const kept = keptThings(1000);
  kept.set('a', thing(100));
  kept.set('a', thing(200));
  expect(kept.bytes).toBe(201);
});
