import { expect, test } from '@playwright/test';
import { applyView } from '@/lib/view/apply-view';
import { overTime, series, year } from './fixture';
import { frame } from './frame';
import type { ChartPoint, OverTime } from './input';
import { keyMove, momentsOf } from './moments';
import { pointedAt, targetsOf } from './pointed';
import { chartSpec } from './spec';

const month = (at: string, value: number, more: Partial<ChartPoint> = {}): ChartPoint => {
  const start = Date.parse(`${at}-01`);
  const end = start + 30 * 86_400_000;
  return { start, end, value, when: at, rows: [], ...more };
};

/** A year's mark stands in its middle, where the month of July begins (2024 is a leap year). */
const cars = overTime([
  series(
    [
      month('2023-01', 30_000),
      month('2024-07', 13_000, { start: (Date.UTC(2024, 0, 1) + Date.UTC(2025, 0, 1)) / 2 }),
      year(2024, 11_000, { variant: 'Honor' }),
      year(2024, 19_000, { variant: 'Flying' }),
      month('2025-06', 20_000),
    ],
    { mark: 'points' },
  ),
]);
const lines = overTime([
  series([year(2020, 1), year(2021, 5), year(2022, 3)]),
  series([year(2020, 9), year(2022, 9)], { id: 'japan', label: 'Japan', tone: 'other' }),
]);

function pointing(chart: OverTime) {
  const area = frame(chartSpec(chart, 'wide'));
  const moments = momentsOf(chart);
  const targets = targetsOf(moments, area);
  const at = (time: number, value: number, off = { x: 0, y: 0 }) =>
    pointedAt(targets, moments, { x: area.x(time) + off.x, y: area.y(value) + off.y }, 1);
  return { at, moments, targets };
}

const middle = (Date.UTC(2024, 0, 1) + Date.UTC(2025, 0, 1)) / 2;
const said = (pointed: ReturnType<typeof pointedAt>) =>
  pointed?.moment.said.map(({ value, variant, when }) => [value, variant, when]);

test('pointedAt is the mark nearest by distance, not the first at its place in time', () => {
  const { at } = pointing(cars);
  expect(at(middle, 11_000)?.moment.said[0]).toMatchObject({ value: 11_000, variant: 'Honor' });
  expect(at(middle, 19_000)?.moment.said[0]).toMatchObject({ value: 19_000, variant: 'Flying' });
  expect(at(middle, 13_000)?.moment.said[0]).toMatchObject({ value: 13_000 });
  expect(at(middle, 13_000)?.moment.when).toBe('2024-07');
});

test('pointedAt tells all marks within 12 pixels of it, those of another period with theirs', () => {
  const close = overTime([
    series(
      [
        month('2023-01', 0),
        year(2024, 50),
        month('2024-07', 51, { start: middle }),
        month('2025-06', 100),
      ],
      {
        mark: 'points',
      },
    ),
  ]);
  const { at } = pointing(close);
  expect(said(at(middle, 50))).toEqual([
    [50, undefined, undefined],
    [51, undefined, '2024-07'],
  ]);
  expect(said(at(Date.parse('2023-01-01'), 0))).toEqual([[0, undefined, undefined]]);
});

test('pointedAt tells every line at the moment of the nearest mark, and which has no figure', () => {
  const { at } = pointing(lines);
  const there = at(Date.UTC(2021, 6, 1), 5, { x: 20, y: -20 });
  expect(there?.moment.when).toBe('2021');
  expect(there?.moment.said.map(({ label, value }) => [label, value])).toEqual([
    ['China', 5],
    ['Japan', null],
  ]);
});

test('pointedAt counts a bar and a step by all that they cover', () => {
  const bars = applyView(lines, { form: 'bars' }).input as OverTime;
  const { at } = pointing(bars);
  // The foot of a bar is the bar, however near the top of its neighbour.
  expect(at(Date.UTC(2022, 3, 1), 0.2)?.moment.said[0]?.value).toBe(3);
  const steps = overTime([
    series([year(2020, 1, { end: Date.UTC(2023, 0, 1) }), year(2023, 9)], { mark: 'step' }),
  ]);
  expect(pointing(steps).at(Date.UTC(2022, 10, 1), 1.2)?.moment.said[0]?.value).toBe(1);
});

test('a year and a month at one place are each met by keys', () => {
  const { moments } = pointing(cars);
  const whens = moments.filter(({ at }) => at === middle).map(({ when }) => when);
  expect(whens.sort()).toEqual(['2024', '2024-07']);
  const met: string[] = [];
  for (let at: number | null = 0; at !== null && met.length < moments.length; ) {
    met.push(moments[at]?.when ?? '');
    at = keyMove('ArrowRight', at, moments.length) ?? null;
  }
  expect(new Set(met)).toEqual(new Set(['2023-01', '2024', '2024-07', '2025-06']));
});

test('a zero on a log axis is told, and cannot be pointed at', () => {
  const zeros = applyView(overTime([series([year(2020, 1), year(2021, 0), year(2022, 3)])]), {
    scale: 'log',
  }).input as OverTime;
  const { moments, targets } = pointing(zeros);
  expect(moments.map(({ said: [one] }) => one?.value)).toEqual([1, 0, 3]);
  expect(targets.map(({ said }) => said.value)).toEqual([1, 3]);
});
