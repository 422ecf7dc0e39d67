import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import type { OverTime } from '@/lib/chart/input';
import { chartTable } from '@/lib/chart/table';
import { parsePeriod } from '@/lib/table/period';
import { applyView } from './apply-view';
import { viewCsv, viewRows } from './csv';

const point = (text: string, value: number | null) => {
  const { start, end } = parsePeriod(text);
  return { start, end, value, when: text, rows: [`t#${text}`] };
};

const chart: OverTime = {
  id: 'made-up',
  layout: 'over-time',
  title: 'Title',
  subtitle: 'Subtitle',
  axis: { title: 'CAD million', zero: true },
  kinds: ['amount'],
  references: [{ value: 150, label: 'The text' }],
  events: [],
  text: { at: parsePeriod('2025-06').end, label: 'Article' },
  series: [
    {
      id: 'a',
      label: 'A, with a comma',
      tone: 'main',
      mark: 'line',
      points: [point('2020', 100), point('2021', -50), point('2022', null), point('2023', 200)],
    },
    { id: 'b', label: 'B', tone: 'grey', mark: 'line', points: [point('2020/21', 7)] },
  ],
};

const rows = (text: string) => Papa.parse<string[]>(text, { delimiter: ',' }).data;

test('viewCsv has a row a value, with first and last day, and none for a gap', () => {
  expect(rows(viewCsv([chart]))).toEqual([
    ['chart', 'series', 'from', 'until', 'value', 'unit', 'row'],
    ['made-up', 'A, with a comma', '2020-01-01', '2020-12-31', '100', 'CAD million', 't#2020'],
    ['made-up', 'A, with a comma', '2021-01-01', '2021-12-31', '-50', 'CAD million', 't#2021'],
    ['made-up', 'A, with a comma', '2023-01-01', '2023-12-31', '200', 'CAD million', 't#2023'],
    ['made-up', 'B', '2020-08-01', '2021-07-31', '7', 'CAD million', 't#2020/21'],
    [''],
  ]);
  expect(viewRows([chart])).toBe(4);
});

test('applyView shows the series and the years asked for', () => {
  const { input } = applyView(chart, { series: ['a'], time: { from: '2021', to: 'latest' } });
  expect(viewRows([input])).toBe(2);
  expect(input.layout === 'over-time' && input.series.map(({ id }) => id)).toEqual(['a']);
});

test('applyView with no series at all shows none', () => {
  expect(viewRows([applyView(chart, { series: [] }).input])).toBe(0);
});

test('applyView takes the year before a window into account, though it is not shown', () => {
  const { input } = applyView(chart, { units: 'chg', time: { from: '2021', to: '2021' } });
  expect(rows(viewCsv([input]))[1]?.[4]).toBe('-150');
});

test('a log scale changes no figure: zero and below stay in the file and the table', () => {
  const points = [point('2020', 0), point('2021', -2), point('2022', 3)];
  const zero = { ...chart, series: chart.series.slice(0, 1).map((one) => ({ ...one, points })) };
  const { input } = applyView(zero, { scale: 'log' });
  expect(
    rows(viewCsv([input]))
      .slice(1, 4)
      .map((row) => row[4]),
  ).toEqual(['0', '-2', '3']);
  expect(chartTable(input).lines.map(({ cells }) => cells[0]?.text)).toEqual(['3', '−2', '0']);
});

test('applyView draws the text’s number beside levels only', () => {
  expect(applyView(chart, {}).input.references).toHaveLength(1);
  expect(applyView(chart, { units: 'pch' }).input.references).toHaveLength(0);
});

test('applyView starts an index at the base asked for', () => {
  const { input, base } = applyView(chart, { units: 'index', base: '2023' });
  expect(base).toBe('2023');
  expect(rows(viewCsv([input]))[1]?.[4]).toBe('50');
});

test('applyView tells a base as its figure is told: a year of added months is no January', () => {
  const year = { ...point('2020', 1200), when: 'the year 2020' };
  const [series] = chart.series;
  const yearly = { ...chart, series: series ? [{ ...series, points: [year] }] : [] };
  expect(applyView(yearly, { units: 'index' }).base).toBe('the year 2020');
  expect(applyView(yearly, { units: 'index', base: '1999' }).base).toBe('the year 2020');
  expect(applyView(yearly, { units: 'pch', base: '2020' }).base).toBe(null);
});
