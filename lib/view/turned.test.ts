import { expect, test } from '@playwright/test';
import { turned } from './turned';

const all = [{ id: 'china' }, { id: 'japan' }, { id: 'mexico' }];

test('turned(all, view, id) hides a series that is on, and shows it again', () => {
  expect(turned(all, {}, 'japan')).toEqual({ hide: ['japan'] });
  expect(turned(all, { hide: ['japan'] }, 'china')).toEqual({ hide: ['china', 'japan'] });
  expect(turned(all, { hide: ['china', 'japan'] }, 'china')).toEqual({ hide: ['japan'] });
  expect(turned(all, { hide: ['japan'] }, 'japan')).toEqual({ hide: undefined });
});

test('turned(all, view, id) keeps what is hidden in other charts', () => {
  expect(turned(all, { hide: ['oil'] }, 'china')).toEqual({ hide: ['china', 'oil'] });
  expect(turned(all, { hide: ['china', 'oil'] }, 'china')).toEqual({ hide: ['oil'] });
});

test('turned(all, view, id) leaves the choice of series alone, but for one that it does not name', () => {
  const view = { series: ['china', 'mexico'] };
  expect(turned(all, view, 'china')).toEqual({ hide: ['china'] });
  expect(turned(all, { series: ['china'] }, 'japan')).toEqual({ series: ['china', 'japan'] });
  expect(turned(all, view, 'japan')).toEqual({ series: undefined });
  const others = { series: ['oil', 'china', 'mexico'] };
  expect(turned(all, others, 'japan')).toEqual({ series: ['oil', 'china', 'mexico', 'japan'] });
});
