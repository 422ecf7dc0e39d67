import { expect, test } from '@playwright/test';
import { eachPeriod } from './period-range';

test('eachPeriod(list) is the list, in its own order', () => {
  expect(eachPeriod(['2024', '2019', '2024-01..2024-06'])).toEqual([
    '2024',
    '2019',
    '2024-01..2024-06',
  ]);
});

test('eachPeriod({ from, to }) runs through years, both ends included', () => {
  expect(eachPeriod({ from: '2023', to: '2025' })).toEqual(['2023', '2024', '2025']);
  expect(eachPeriod({ from: '2024', to: '2024' })).toEqual(['2024']);
});

test('eachPeriod({ from, to }) runs through crop years, across a century', () => {
  expect(eachPeriod({ from: '1998/99', to: '2000/01' })).toEqual(['1998/99', '1999/00', '2000/01']);
  expect(eachPeriod({ from: '2008/09', to: '2009/10' })).toEqual(['2008/09', '2009/10']);
});

test('eachPeriod({ from, to }) runs through months, across a year', () => {
  expect(eachPeriod({ from: '2024-11', to: '2025-02' })).toEqual([
    '2024-11',
    '2024-12',
    '2025-01',
    '2025-02',
  ]);
});

test('eachPeriod({ from, to }) refuses two kinds of period', () => {
  expect(() => eachPeriod({ from: '2023', to: '2024/25' })).toThrow(
    '"2023" and "2024/25" are not of one kind',
  );
});

test('eachPeriod({ from, to }) refuses kinds that it cannot count through', () => {
  expect(() => eachPeriod({ from: '2024-Q1', to: '2024-Q3' })).toThrow(
    'only years, crop years and months follow one another',
  );
  expect(() => eachPeriod({ from: '2024-13', to: '2025-01' })).toThrow('not a period: "2024-13"');
});
