import { expect, test } from '@playwright/test';
import { merged } from './merged';

test('merged follows a link of the view that is shown', () => {
  const shown = { series: ['a', 'b'], units: 'pch' } as const;
  const view = { series: [...shown.series], units: shown.units };
  expect(merged(view, view, { series: ['b'] })).toEqual({ series: ['b'] });
  expect(merged(view, view, { ...view, form: 'bars' })).toEqual({ ...view, form: 'bars' });
});

test('merged keeps what was asked for since the link was made', () => {
  const [now, from] = [{ series: ['a', 'b'] }, { series: ['a'] }];
  expect(merged(now, from, { series: ['a', 'c'] })).toEqual({ series: ['a', 'b', 'c'] });
  expect(merged(now, from, { series: [] })).toEqual({ series: ['b'] });
  expect(merged(now, from, { series: ['a'], units: 'index' })).toEqual({
    series: ['a', 'b'],
    units: 'index',
  });
});
