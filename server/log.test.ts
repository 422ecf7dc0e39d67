import { expect, test } from '@playwright/test';
import { viewParsers } from '@/lib/view/view';
import { isChoice, told } from './log';

test('told(address) has every choice of a view and no other word of a reader', () => {
  expect(told('/chart?time=2015..2024&q=my+secret&email=a@b.c&r2=15')).toEqual({
    path: '/chart',
    query: { time: '2015..2024', r2: '15' },
  });
  expect(told('/oembed?url=https://example.org/?token=x&format=json')).toEqual({
    path: '/oembed',
    query: { format: 'json' },
  });
  expect(told('/tables')).toEqual({ path: '/tables' });
  expect(Object.keys(viewParsers).filter((name) => !isChoice(name))).toEqual([]);
});

test('told(address) stays short', () => {
  const line = JSON.stringify(told(`/${'a'.repeat(5000)}?series=${'b'.repeat(5000)}&__proto__=1`));
  expect(line.length).toBeLessThan(600);
});
