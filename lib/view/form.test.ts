import { expect, test } from '@playwright/test';
import type { ByRow, ChartSeries, OverTime } from '@/lib/chart/input';
import { parsePeriod } from '@/lib/table/period';
import { applyView, type Viewed } from './apply-view';
import { declinedBy, declinedByAll } from './declined';
import { multiples } from './multiples';
import { viewSentences } from './sentences';
import { unknownIn } from './unknown';
import type { View } from './view';

const one = (id: string, mark: ChartSeries['mark'], ...values: number[]): ChartSeries => ({
  id,
  label: id.toUpperCase(),
  tone: 'grey',
  mark,
  points: values.map((value, index) => {
    const { start, end } = parsePeriod(String(2020 + index));
    return { start, end, value, when: String(2020 + index), rows: [] };
  }),
});

const chart: OverTime = {
  id: 'c',
  layout: 'over-time',
  title: '',
  subtitle: '',
  axis: { title: 'tonnes' },
  kinds: ['amount'],
  references: [],
  events: [],
  text: { at: parsePeriod('2025-06').end, label: 'Article' },
  series: [one('a', 'line', 1, 2), one('b', 'line', 3, 6), one('c', 'points', 4)],
};

const ranks: ByRow = {
  id: 'r',
  layout: 'by-row',
  mark: 'bar',
  title: '',
  subtitle: '',
  axis: { title: '' },
  references: [],
  rows: [],
};

const shown = (view: View, input: OverTime = chart): Viewed & { input: OverTime } => {
  const viewed = applyView(input, view);
  if (viewed.input.layout !== 'over-time') throw new Error('not over time');
  return { ...viewed, input: viewed.input };
};

const marks = (view: View, input?: OverTime) =>
  shown(view, input).input.series.map(({ mark }) => mark);

test('applyView draws lines as bars or points, and leaves what is scattered', () => {
  expect(marks({})).toEqual(['line', 'line', 'points']);
  expect(marks({ form: 'bars' })).toEqual(['bar', 'bar', 'points']);
  expect(marks({ form: 'points' })).toEqual(['points', 'points', 'points']);
});

test('applyView draws no bars where no zero is for them to stand on, and the page says so', () => {
  const log: View = { form: 'bars', scale: 'log' };
  expect(marks(log)).toEqual(['line', 'line', 'points']);
  expect(viewSentences(log, [shown(log)]).join()).toContain('a bar stands on zero');
  const rank = { ...chart, axis: { ...chart.axis, direction: 'down' as const } };
  expect(marks({ form: 'bars' }, rank)).toEqual(['line', 'line', 'points']);
  expect(viewSentences({ form: 'bars' }, [shown({ form: 'bars' })]).join()).not.toContain('zero');
});

test('multiples makes a chart a series, of one reach only with those that may be compared', () => {
  const all = multiples(shown({}), (first, second) => first !== 'c' && second !== 'c');
  const inputs = all.map(({ input }) => input as OverTime);
  expect(inputs.map(({ title, series }) => [title, series.length])).toEqual([
    ['A', 1],
    ['B', 1],
    ['C', 1],
  ]);
  expect(inputs.map(({ beside = [] }) => beside.map(({ value }) => value))).toEqual([
    [3, 6],
    [1, 2],
    [],
  ]);
  expect(new Set(inputs.map(({ id }) => id)).size).toBe(3);
});

test('viewSentences says of what sum the shares are', () => {
  const view: View = { units: 'share', series: ['a', 'b'] };
  const [sentence] = viewSentences(view, [shown(view)]);
  expect(sentence).toContain('the sum of the 2 series shown');
  expect(sentence).toContain('“A”, “B”');
});

for (const view of [{ units: 'share' }, { units: 'index' }, { units: 'pch' }, {}] as View[])
  test(`hiding a series leaves the figures of the others: ${JSON.stringify(view)}`, () => {
    const early = { ...one('early', 'line', 5, 9, 4), tone: 'main' as const };
    const late = { ...one('late', 'line', 0, 2, 7) };
    const all = { ...chart, series: [early, late] };
    for (const [hide, left] of [
      ['early', 1],
      ['late', 0],
    ] as const) {
      const whole = shown(view, all);
      const part = shown({ ...view, hide: [hide] }, all);
      expect(part.input.series).toEqual([whole.input.series[left]]);
      expect(part.base).toBe(whole.base);
    }
  });

test('viewSentences says what shares are of where a part of it is hidden', () => {
  const view: View = { units: 'share', hide: ['b', 'c'] };
  const [sentence, ...more] = viewSentences(view, [shown(view)]);
  expect(sentence).toContain('the sum of the 3 series chosen, turned off or not');
  expect(sentence).toContain('“A”, “B”, “C”');
  expect(more).toEqual([]);
});

test('viewSentences says once of what sum charts side by side are', () => {
  const view: View = { units: 'share', series: ['a', 'b'] };
  expect(
    viewSentences(
      view,
      multiples(shown(view), () => true),
    ),
  ).toHaveLength(1);
});

test('declinedBy names what the charts of a page cannot do', () => {
  const names = (view: View, ...charts: (OverTime | ByRow)[]) =>
    declinedByAll(charts.map((one) => declinedBy(one, view))).map(({ name }) => name);
  const all: View = { currency: 'USD', freq: 'year', form: 'multiples', units: 'pch' };
  expect(names(all, chart)).toEqual(['form', 'currency', 'freq']);
  expect(names({ form: 'bars' }, ranks, chart)).toEqual([]);
  expect(names({ form: 'bars', time: { from: '2020', to: 'latest' } }, ranks)).toEqual([
    'time',
    'form',
  ]);
});

test('unknownIn names series that none of the charts has', () => {
  expect(unknownIn({ series: ['a', 'other'] }, [ranks, chart])).toEqual(['other']);
  expect(unknownIn({ series: ['a'] }, [ranks])).toEqual(['a']);
  expect(unknownIn({ series: ['a', 'x'], hide: ['b', 'y', 'x'] }, [chart])).toEqual(['x', 'y']);
  expect(unknownIn({}, [chart])).toEqual([]);
});

test('what a chart’s axes hold beside its own points is narrowed with them', () => {
  const beside = one('b', 'line', 3, 6).points;
  const { input } = shown({ time: { from: '2021', to: 'latest' } }, { ...chart, beside });
  expect(input.beside).toEqual(beside.slice(1));
});
