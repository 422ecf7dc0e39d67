import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { frame } from './frame';
import type { ChartSeries, OverTime } from './input';
import { type ChartSpec, type ColumnMark, chartSpec } from './spec';

const year = (at: number, value: number | null) => ({
  start: Date.UTC(at, 0, 1),
  end: Date.UTC(at + 1, 0, 1),
  value,
  when: String(at),
  rows: [],
});

const bars = (id: string, values: (number | null)[], more: Partial<ChartSeries> = {}) => ({
  id,
  label: id,
  tone: 'grey' as const,
  mark: 'bar' as const,
  points: values.map((value, index) => year(2015 + index, value)),
  ...more,
});

const chart = (...series: ChartSeries[]): OverTime => ({
  id: 'chart',
  layout: 'over-time',
  title: '',
  subtitle: '',
  axis: { title: 'tonnes' },
  kinds: ['amount'],
  references: [],
  events: [],
  text: { at: Date.UTC(2025, 6, 1), label: 'text' },
  series,
});

const columns = (spec: ChartSpec): ColumnMark[] =>
  spec.marks.flatMap((mark) => (mark.kind === 'column' ? [mark] : []));

const finite = fc.oneof(
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.constantFrom(0, 5e-324, -5e-324, 6e-308, 1e-291, 1e9, 1e9 - 1e-7),
);

test('an axis with bars holds zero, and a bar is as long as its value, from zero', () => {
  const values = fc.array(finite, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(values, (all) => {
      const spec = chartSpec(chart(bars('a', all)), 'wide');
      const [low, high] = spec.y.domain;
      assert.ok(low <= 0 && high >= 0, `from ${low} to ${high}`);
      const { y } = frame(spec);
      for (const [index, mark] of columns(spec).entries()) {
        assert.equal(mark.high - mark.low, Math.abs(all[index] ?? Number.NaN));
        assert.ok(mark.low === 0 || mark.high === 0, `bar from ${mark.low} to ${mark.high}`);
        assert.ok(y(mark.low) >= y(mark.high), `drawn from ${y(mark.low)} to ${y(mark.high)}`);
      }
    }),
  );
});

test('bars stand within their period, those of several series side by side', () => {
  const spec = chartSpec(chart(bars('a', [1, 2]), bars('b', [3, 4]), bars('c', [5, 6])), 'wide');
  const all = columns(spec);
  expect(all).toHaveLength(6);
  for (const mark of all) {
    const { start, end } = year(Number(mark.when), 0);
    expect(mark.from).toBeGreaterThan(start);
    expect(mark.to).toBeLessThan(end);
  }
  const in2015 = all.filter(({ when }) => when === '2015');
  expect(in2015.map(({ series }) => series)).toEqual(['a', 'b', 'c']);
  for (const [index, mark] of in2015.entries())
    expect(mark.from).toBeCloseTo(in2015[index - 1]?.to ?? mark.from, 0);
});

test('a gap has no bar and is told', () => {
  const spec = chartSpec(chart(bars('a', [1, null, 3])), 'wide');
  expect(columns(spec).map(({ when }) => when)).toEqual(['2015', '2017']);
  expect(spec.gaps).toMatchObject([{ series: 'a', from: '2016', count: 1 }]);
});

test('several series of bars are told apart by fill and named in a key', () => {
  const spec = chartSpec(
    chart(
      bars('a', [1], { tone: 'main' }),
      bars('b', [2], { dash: 'dashed' }),
      bars('c', [3], { dash: 'dotted' }),
    ),
    'narrow',
  );
  const fills = new Map(columns(spec).map(({ series, fill }) => [series, fill]));
  expect(Object.fromEntries(fills)).toEqual({ a: 'solid', b: 'hollow', c: 'pale' });
  const key = spec.labels.filter(({ kind }) => kind === 'name');
  expect(key.map(({ lines, sign }) => [lines[0], sign?.shape])).toEqual([
    ['a', 'solid'],
    ['b', 'hollow'],
    ['c', 'pale'],
  ]);
});

test('charts side by side have axes of one reach, each with its own marks', () => {
  const [a, b] = [bars('a', [1, 2]), bars('b', [null, 40, 70])];
  const first = chartSpec({ ...chart(a), beside: b.points }, 'wide');
  const second = chartSpec({ ...chart(b), beside: a.points }, 'wide');
  expect(first.y.domain).toEqual(second.y.domain);
  expect(first.x.domain).toEqual(second.x.domain);
  expect(columns(first).map(({ series }) => series)).toEqual(['a', 'a']);
});
