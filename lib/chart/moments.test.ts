import { expect, test } from '@playwright/test';
import { byRow, overTime, series, year } from './fixture';
import { hasYears, keyMove, momentNear, momentsOf } from './moments';

const COUNT = 100;

const moves: [key: string, from: number | null, to: number | null | undefined][] = [
  ['ArrowRight', 41, 42],
  ['ArrowDown', 41, 42],
  ['ArrowLeft', 41, 40],
  ['ArrowUp', 41, 40],
  ['PageDown', 41, 51],
  ['PageUp', 41, 31],
  ['Home', 41, 0],
  ['End', 41, 99],
  ['Escape', 41, null],
  ['ArrowRight', 99, 99],
  ['PageDown', 95, 99],
  ['ArrowLeft', 0, 0],
  ['PageUp', 4, 0],
  ['ArrowRight', null, 0],
  ['PageDown', null, 0],
  ['ArrowLeft', null, 99],
  ['PageUp', null, 99],
  ['Tab', 41, undefined],
  ['a', 41, undefined],
];

for (const [key, from, to] of moves)
  test(`of ${COUNT} moments ${key} leads from ${from} to ${to}`, () => {
    expect(keyMove(key, from, COUNT)).toBe(to);
  });

test('a tenth of few moments is one of them', () => {
  expect([keyMove('PageDown', 1, 4), keyMove('PageUp', 2, 4)]).toEqual([2, 1]);
});

test('momentsOf(chart) stops where a series has a value, and tells that another has none', () => {
  const china = series([year(2020, 1), year(2021, null), year(2022, 3)], { id: 'a', mark: 'line' });
  const japan = series([year(2020, 5), year(2021, null), year(2022, null), year(2023, 7)], {
    ...{ id: 'b', mark: 'line' },
  });
  const found = momentsOf(overTime([china, japan]));
  expect(found.map(({ when, said }) => [when, said.map(({ value }) => value)])).toEqual([
    ['2020', [1, 5]],
    ['2022', [3, null]],
    ['2023', [7]],
  ]);
});

test('momentsOf(chart) says that a line has no figure within its span, and nothing beyond it', () => {
  const china = series([year(2020, 1), year(2023, 3)], { id: 'a', mark: 'line' });
  const all = series(
    [2019, 2021, 2024].map((at) => year(at, at)),
    { id: 'b', mark: 'line' },
  );
  const found = momentsOf(overTime([china, all])).map(({ when, said }) => [
    ...[when, said.map(({ series, value }) => `${series} ${value}`).join()],
  ]);
  expect(found).toEqual([
    ['2019', 'b 2019'],
    ['2020', 'a 1,b null'],
    ['2021', 'a null,b 2021'],
    ['2023', 'a 3,b null'],
    ['2024', 'b 2024'],
  ]);
});

test('momentNear(moments, at) is the nearest, before the first and after the last too', () => {
  const moments = momentsOf(byRow([3, 2, 1]));
  expect([-9, 0.4, 0.6, 1.9, 9].map((at) => momentNear(moments, at))).toEqual([0, 0, 1, 2, 2]);
});

test('hasYears(chart) from four periods on', () => {
  const years = (count: number) =>
    overTime([series(Array.from({ length: count }, (_, at) => year(2000 + at, at)))]);
  expect([hasYears(years(3)), hasYears(years(4)), hasYears(byRow([1, 2, 3, 4, 5]))]).toEqual([
    false,
    true,
    false,
  ]);
});
