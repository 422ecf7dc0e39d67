import { expect, test } from '@playwright/test';
import { overTime, series, year } from '@/lib/chart/fixture';
import { applyView } from './apply-view';
import { nothingIn } from './nothing';
import type { View } from './view';

const two = overTime([
  series([year(2020, 0), year(2021, -1)]),
  series([year(2020, 5)], { id: 'japan', label: 'Japan' }),
]);
const why = (view: View) => nothingIn(applyView(two, view), view);

const never = { from: '1900', to: '1901' };

test('nothingIn(viewed, view) says that all series are turned off, whatever the years', () => {
  expect(why({ hide: ['china', 'japan'] })).toBe('hidden');
  expect(why({ hide: ['china', 'japan'], time: never })).toBe('hidden');
});

test('nothingIn(viewed, view) blames the years only where they hold no values', () => {
  expect(why({ time: never })).toBe('years');
  expect(why({ time: never, hide: ['japan'] })).toBe('years');
  const last = { from: '2020', to: '2020' };
  expect(why({ time: last, units: 'pch', hide: ['japan'] })).toBe('left');
});

test('nothingIn(viewed, view) tells a log axis and a missing base from missing figures', () => {
  expect(why({ time: { from: '2020', to: '2021' }, hide: ['japan'], scale: 'log' })).toBe('log');
  expect(why({ hide: ['japan'], scale: 'log' })).toBe('log');
  expect(why({ units: 'index' })).toBe('base');
});
