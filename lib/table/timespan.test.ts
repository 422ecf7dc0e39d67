import { expect, test } from '@playwright/test';
import { parsePeriod } from './period';
import type { Row } from './table';
import { timespan } from './timespan';

const rowsOf = (...periods: (string | null)[]): Row[] =>
  periods.map((text, index) => ({
    line: index + 2,
    key: String(index),
    cells: {},
    period: text === null ? null : parsePeriod(text),
    raw: [],
  }));

test('timespan(rows) runs from the first day to the last, whatever the order', () => {
  expect(timespan(rowsOf('2024-06', '2014-08', '2019'))).toBe('2014-08-01/2024-06-30');
});

test('timespan(rows) ends a crop year on 31 July', () => {
  expect(timespan(rowsOf('2023/24'))).toBe('2023-08-01/2024-07-31');
});

test('timespan(rows) leaves an open end open', () => {
  expect(timespan(rowsOf('..2018', '2020'))).toBe('../2020-12-31');
  expect(timespan(rowsOf('2024-08..'))).toBe('2024-08-01/..');
});

test('timespan(rows) is null without a period', () => {
  expect(timespan([])).toBeNull();
  expect(timespan(rowsOf(null))).toBeNull();
});
