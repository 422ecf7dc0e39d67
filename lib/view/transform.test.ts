import { expect, test } from '@playwright/test';
import { parsePeriod } from '@/lib/table/period';
import { asShares, commonBase, inUnits, toYears } from './transform';

const point = (text: string, value: number | null) => {
  const { start, end } = parsePeriod(text);
  return { start, end, value };
};

const years = [point('2020', 100), point('2021', 150), point('2022', 120)];
const values = (points: { value: number | null }[]) => points.map(({ value }) => value);

test('inUnits(points, "lin") leaves values alone', () => {
  expect(values(inUnits(years, 'lin', null))).toEqual([100, 150, 120]);
});

test('inUnits(points, "chg") is the difference to the value before; the first has none', () => {
  expect(values(inUnits(years, 'chg', null))).toEqual([null, 50, -30]);
});

test('inUnits(points, "pch") is that difference in per cent of the value before', () => {
  expect(values(inUnits(years, 'pch', null))).toEqual([null, 50, -20]);
});

test('inUnits(points, "pch") calls a rise from below zero a rise, and has nothing to say from zero', () => {
  const below = [point('2020', -50), point('2021', -25), point('2022', 0), point('2023', 5)];
  expect(values(inUnits(below, 'pch', null))).toEqual([null, 50, 100, null]);
});

test('inUnits never reaches across a hole', () => {
  const holed = [point('2020', 100), point('2022', 120)];
  expect(values(inUnits(holed, 'chg', null))).toEqual([null, null]);
  const empty = [point('2020', 100), point('2021', null), point('2022', 120)];
  expect(values(inUnits(empty, 'chg', null))).toEqual([null, null, null]);
});

test('inUnits(points, "pc1") compares a month with the same month a year before', () => {
  const months = [
    point('2023-01', 10),
    point('2023-02', 20),
    point('2024-01', 15),
    point('2024-02', 20),
    point('2024-03', 99),
  ];
  expect(values(inUnits(months, 'pc1', null))).toEqual([null, null, 50, 0, null]);
});

test('inUnits(points, "pc1") finds the year before a leap February', () => {
  const february = [point('2023-02', 10), point('2024-02', 11)];
  expect(values(inUnits(february, 'pc1', null))[1]).toBeCloseTo(10, 10);
});

test('inUnits(points, "index") is 100 at the base, and nothing without one', () => {
  expect(values(inUnits(years, 'index', parsePeriod('2021').start))).toEqual([
    (100 / 150) * 100,
    100,
    80,
  ]);
  expect(values(inUnits(years, 'index', parsePeriod('1999').start))).toEqual([null, null, null]);
});

test('asShares(all) adds up to 100 where every series has a value', () => {
  const other = [point('2020', 300), point('2021', null), point('2022', 360)];
  expect(asShares([years, other]).map(values)).toEqual([
    [25, null, 25],
    [75, null, 75],
  ]);
});

test('asShares(all) has no share of a sum with two figures of one series, or one below zero', () => {
  const twice = [point('2020', 1), point('2020', 2), point('2021', 50)];
  expect(asShares([years, twice]).map(values)).toEqual([
    [null, 75, null],
    [null, null, 25],
  ]);
  const below = [point('2020', -20), point('2021', 50)];
  expect(asShares([years, below]).map(values)).toEqual([
    [null, 75, null],
    [null, 25],
  ]);
});

test('commonBase(all) is the first period that all have a value for, and not zero', () => {
  const late = [point('2020', 0), point('2021', 7), point('2022', 8)];
  expect(commonBase([years, late])).toBe(parsePeriod('2021').start);
  expect(commonBase([years, [point('1999', 1)]])).toBeNull();
});

test('toYears(months) adds twelve months, and has no sum for a year that lacks one', () => {
  const months = Array.from({ length: 18 }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, '0');
    return point(`${index < 12 ? 2023 : 2024}-${month}`, index + 1);
  });
  // 1 + 2 + … + 12
  expect(toYears(months).map(({ year, value, why }) => [year, value, why])).toEqual([
    [2023, 78, undefined],
    [2024, null, 'months'],
  ]);
});

test('toYears(months) does not take a missing value for zero', () => {
  const months = Array.from({ length: 12 }, (_, index) =>
    point(`2023-${String(index + 1).padStart(2, '0')}`, index === 3 ? null : 1),
  );
  expect(toYears(months).map(({ value, why }) => [value, why])).toEqual([[null, 'months']]);
  const rateless = months.map((month) =>
    month.value === null ? { ...month, why: 'rate' as const } : month,
  );
  expect(toYears(rateless).map(({ value, why }) => [value, why])).toEqual([[null, 'rate']]);
});
