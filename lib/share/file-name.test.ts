import { expect, test } from '@playwright/test';
import { overTime, series, year } from '@/lib/chart/fixture';
import { fileName, viewStem } from './file-name';

const chart = (...points: Parameters<typeof year>[]) =>
  overTime([series(points.map((point) => year(...point)))]);

const named: [parts: string[], name: string][] = [
  [['Canola seed', 'China'], 'canola-seed-china'],
  [['Canada’s crude: 80,000 t'], 'canadas-crude-80-000-t'],
  [['Québec', '—'], 'quebec'],
  [['a'.repeat(200)], 'a'.repeat(120)],
];

for (const [parts, name] of named)
  test(`fileName(${JSON.stringify(parts).slice(0, 40)}) has letters, digits and hyphens alone`, () => {
    expect(fileName(parts)).toBe(name);
  });

test('viewStem(…) has the first and the last year with a value, and what was done to them', () => {
  const all = [chart([2015, 1], [2020, 2]), chart([2024, 3], [2025, null])];
  const view = { units: 'pch', currency: 'USD', freq: 'year', v: '0123456789' } as const;
  expect(viewStem(['Trade', 'China'], all, {})).toBe('trade-china-2015-2024');
  expect(viewStem(['Trade'], all, view)).toBe('trade-2015-2024-pch-usd-year-0123456789');
  expect(viewStem(['Trade'], [chart([2015, 1])], { units: 'lin' })).toBe('trade-2015');
  expect(viewStem(['Trade'], [], {})).toBe('trade');
});

test('viewStem(…) of a long name keeps the years', () => {
  const stem = viewStem(['word '.repeat(40)], [chart([2015, 1], [2024, 2])], {});
  expect(stem).toMatch(/^(word-)+(word?|wo|w)-2015-2024$/);
  expect(stem.length).toBeLessThanOrEqual(120);
});
