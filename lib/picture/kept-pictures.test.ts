import { expect, test } from '@playwright/test';
import { keptPictures } from './kept-pictures';

const picture = (bytes: number) => new Uint8Array(bytes);

test('keptPictures(limit) gives back what was kept', () => {
  const kept = keptPictures(1000);
  const one = picture(10);
  kept.set('one', one);
  expect(kept.get('one')).toBe(one);
  expect(kept.get('constructor')).toBeUndefined();
});

test('keptPictures(limit) drops the one least lately asked for', () => {
  const kept = keptPictures(350);
  for (const name of ['a', 'b', 'c']) kept.set(name, picture(100));
  kept.get('a');
  kept.set('d', picture(100));
  expect(['a', 'b', 'c', 'd'].filter((name) => kept.get(name))).toEqual(['a', 'c', 'd']);
});

test('keptPictures(limit) never holds more than its limit, names and all', () => {
  const kept = keptPictures(1000);
  for (let index = 0; index < 200; index += 1) {
    kept.set(`${index}`.repeat(20), picture((index * 37) % 300));
    expect(kept.bytes).toBeLessThanOrEqual(1000);
  }
  kept.set('large', picture(2000));
  expect(kept.get('large')).toBeUndefined();
  kept.set('n'.repeat(2000), picture(1));
  expect(kept.bytes).toBeLessThanOrEqual(1000);
});

test('keptPictures(limit) counts a picture kept twice once', () => {
  const kept = keptPictures(1000);
  kept.set('a', picture(100));
  kept.set('a', picture(200));
  expect(kept.bytes).toBe(201);
});
