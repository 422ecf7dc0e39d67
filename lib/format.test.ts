import { expect, test } from '@playwright/test';
import { parsePeriod } from '@/lib/table/period';
import {
  formatComputed,
  formatDate,
  formatDay,
  formatExact,
  formatHeld,
  formatNumber,
  formatPeriod,
  formatRounded,
  formatValue,
} from './format';

const APRIL_1 = Date.UTC(2024, 3, 1);

test('the tests run west of UTC, where a local date would be the day before', () => {
  expect(new Date(APRIL_1).getDate()).toBe(31);
});

test('formatDay(time) is the UTC day', () => {
  expect(formatDay(APRIL_1)).toBe('1 April 2024');
  expect(formatDay(Date.UTC(1970, 9, 13))).toBe('13 October 1970');
  expect(formatDate(APRIL_1, { month: 'short', year: 'numeric' })).toBe('Apr 2024');
});

test('formatNumber(value) groups digits and has a true minus sign', () => {
  expect(formatNumber(1234567.5)).toBe('1,234,567.5');
  expect(formatNumber(-1234.5)).toBe('−1,234.5');
  expect(formatNumber(0)).toBe('0');
  expect(formatNumber(2.25, { maximumFractionDigits: 1 })).toBe('2.3');
});

const values: [value: number, unit: string, text: string][] = [
  [95.93114, '%', '95.9%'],
  [-71.428571, '%', '−71.4%'],
  [-100, '%', '−100%'],
  [0, '%', '0%'],
  [50, 'percentage points', '50 percentage points'],
  [-7.85, 'percentage points', '−7.9 percentage points'],
  [43.75, '% of the list', '43.8% of the list'],
  [20, '% of the requirement', '20% of the requirement'],
  [100, '% of new light-duty vehicles supplied', '100% of new light vehicles'],
  [39995, 'CAD', 'CAD 39,995'],
  [12144.43, 'CAD', 'CAD 12,144'],
  [999.96, 'CAD', 'CAD 1,000'],
  [2800000000, 'CAD', 'CAD 2.8 billion'],
  [210137.5, 'CNY', '210,138 yuan'],
  [30003.3, 'CAD million', 'CAD 30 billion'],
  [-27693.6, 'CAD million', 'CAD −27.7 billion'],
  [282.2, 'CAD million', 'CAD 282 million'],
  [46.6, 'USD billion', 'USD 46.6 billion'],
  [0.05, 'CAD million', 'CAD 50 thousand'],
  [0, 'CAD million', 'CAD 0'],
  [2291.8, 'thousand tonnes', '2.29 million tonnes'],
  [114, 'thousand tonnes', '114 thousand tonnes'],
  [0, 'thousand tonnes', '0 tonnes'],
  [6130000, 'tonnes', '6.13 million tonnes'],
  [588181, 'tonnes', '588,181 tonnes'],
  [612.5, 'CAD/t', 'CAD 612.5 a tonne'],
  [1.3668, 'per USD', '1.3668 per US dollar'],
  [41678, 'vehicles', '41,678 vehicles'],
];

for (const [value, unit, text] of values) {
  test(`formatValue(${value}, "${unit}") is "${text}"`, () => {
    expect(formatValue(value, unit)).toBe(text);
  });
}

const places: [place: number, text: string][] = [
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [9, '9th'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [21, '21st'],
  [22, '22nd'],
  [23, '23rd'],
  [111, '111th'],
];

test('formatValue(value, "place") is an ordinal', () => {
  expect(places.map(([place]) => formatValue(place, 'place'))).toEqual(
    places.map(([, text]) => text),
  );
});

test('formatValue(value, "days") counts one day and several', () => {
  expect([0, 1, 2, 30].map((days) => formatValue(days, 'days'))).toEqual([
    '0 days',
    '1 day',
    '2 days',
    '30 days',
  ]);
  expect(formatValue(3002, 'days')).toBe('3,002 days');
});

test('formatValue(value, "date") is the UTC day, as are the exact and the computed form', () => {
  // 19,814 = 54 × 365 + 13 leap days + 31 + 29 + 31: 1 April 2024
  expect(formatValue(19814, 'date')).toBe('1 April 2024');
  expect(formatExact(19814, 'date')).toBe('1 April 2024');
  expect(formatComputed(19814, 'date')).toBe('1 April 2024');
});

test('formatExact(value, unit) keeps the figure and the unit of the file', () => {
  expect(formatExact(30003.3, 'CAD million')).toBe('CAD 30,003.3 million');
  expect(formatExact(2291.8, 'thousand tonnes')).toBe('2,291.8 thousand tonnes');
  expect(formatExact(7590.822, 'CAD million')).toBe('CAD 7,590.822 million');
  expect(formatExact(2800000000, 'CAD')).toBe('CAD 2,800,000,000');
  expect(formatExact(-36.18414448, '%')).toBe('−36.184144%');
});

test('formatComputed(value, unit) has two decimals, or those of the unit', () => {
  expect(formatComputed(76.31883, '%')).toBe('76.32%');
  expect(formatComputed(118923.004, 'CAD million')).toBe('CAD 118,923 million');
  expect(formatComputed(-95.02574, '%')).toBe('−95.03%');
  expect(formatComputed(1.366812, 'per USD')).toBe('1.3668 per US dollar');
});

test('formatHeld(held, count) agrees in number with the count', () => {
  expect(formatHeld(3, 5)).toBe('3 of 5 ways to measure it');
  expect(formatHeld(0, 4)).toBe('0 of 4 ways to measure it');
  expect(formatHeld(1, 1)).toBe('1 of 1 way to measure it');
});

const periods: [text: string, words: string][] = [
  ['2024', '2024'],
  ['2024-04', 'April 2024'],
  ['2024-04-01', '1 April 2024'],
  ['2025-01-01', '1 January 2025'],
  ['2024-H1', 'first half of 2024'],
  ['2024-H2', 'second half of 2024'],
  ['2024-Q1', 'quarter 1 of 2024'],
  ['2024-Q4', 'quarter 4 of 2024'],
  ['2024/25', 'crop year 2024/25'],
  ['2024-10/P1Y', 'marketing year from October 2024'],
  ['2014..2018', '2014 to 2018'],
  ['2024-08..2024-10', 'August to October 2024'],
  ['2024-08..2025-05', 'August 2024 to May 2025'],
  ['2013/14..2018/19', 'crop year 2013/14 to crop year 2018/19'],
  ['2024-10-01..2026-02-28', '1 October 2024 to 28 February 2026'],
  ['2024-Q1..2025-H2', 'quarter 1 of 2024 to second half of 2025'],
  ['..2018/19', 'up to crop year 2018/19'],
  ['..2018', 'up to 2018'],
  ['2024-06..', 'from June 2024 on'],
];

for (const [text, words] of periods) {
  test(`formatPeriod("${text}") is "${words}"`, () => {
    expect(formatPeriod(parsePeriod(text))).toBe(words);
  });
}

test('formatRounded(value, unit, margin) shows no digit that the margin leaves open', () => {
  expect(formatRounded(-71.43, '%', 2.3)).toBe('about −70%');
  expect(formatRounded(-10.5, '%', 0.2)).toBe('−10.5%');
  expect(formatRounded(176.3, '%', 2.6)).toBe('about 175%');
  expect(formatRounded(176.3, '%', 6)).toBe('about 180%');
  expect(formatRounded(10.8942, '%', 0.0018, formatComputed)).toBe('10.89%');
  expect(formatRounded(2.8, 'CAD billion', 0.05)).toBe('CAD 2.8 billion');
  expect(formatRounded(71.4286, '%', 0)).toBe('71.4%');
  expect(formatRounded(71.4286, '%', 0.01)).toBe('71.4%');
});
