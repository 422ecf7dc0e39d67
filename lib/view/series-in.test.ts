import { expect, test } from '@playwright/test';
import { seriesIn, seriesNamed } from './series-in';

const all = [{ id: 'china' }, { id: 'japan' }, { id: 'mexico' }];
const ids = (series?: string[]) => seriesIn(all, { series }).map(({ id }) => id);

test('seriesIn(all, view) gives the series that the view names, in the chart’s order', () => {
  expect(ids()).toEqual(['china', 'japan', 'mexico']);
  expect(ids(['mexico', 'china'])).toEqual(['china', 'mexico']);
});

test('seriesIn(all, view) gives none where the view names none at all', () => {
  expect(ids([])).toEqual([]);
});

test('seriesIn(all, view) gives all where the view names those of other charts alone', () => {
  expect(ids(['exports'])).toEqual(['china', 'japan', 'mexico']);
  expect(ids(['exports', 'japan'])).toEqual(['japan']);
});

test('seriesIn(all, view) leaves out those that are hidden, seriesNamed(all, view) none', () => {
  const view = { series: ['mexico', 'china'], hide: ['china', 'exports'] };
  expect(seriesIn(all, view)).toEqual([{ id: 'mexico' }]);
  expect(seriesNamed(all, view)).toEqual([{ id: 'china' }, { id: 'mexico' }]);
});
