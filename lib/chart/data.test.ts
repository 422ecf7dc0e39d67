import { expect, test } from '@playwright/test';
import type { ChartDefinition, Quantity, SeriesDefinition } from '@/lib/claim/claim';
import { exportsTo, stated, tables } from '@/lib/claim/quantity-fixture';
import { chartInput } from './data';

type OverTime = Extract<ChartDefinition, { layout: 'over-time' }>;
type ByRow = Extract<ChartDefinition, { layout: 'by-row' }>;

const setting = { tables, dataDay: '2024-12-31', text: { kind: 'commentary', day: '2024-03' } };
const words = { title: 'Title', subtitle: 'Subtitle' };
const drawn = { id: 'chart', title: '{r1}', subtitle: '-', references: [], axis: { title: 'CAD' } };

function overTime(series: SeriesDefinition[], more: Partial<OverTime> = {}) {
  const definition: OverTime = { ...drawn, layout: 'over-time', series, events: [], ...more };
  const input = chartInput(definition, words, setting);
  if (input.layout !== 'over-time') throw new Error('another layout');
  return input;
}

function byRow(more: Partial<ByRow>) {
  const input = chartInput({ ...drawn, layout: 'by-row', mark: 'bar', ...more }, words, setting);
  if (input.layout !== 'by-row') throw new Error('another layout');
  return input;
}

const look = { id: 'a', label: 'A', tone: 'main' } as const;
const line = (quantity: Quantity, periods: string[], base?: Quantity): SeriesDefinition => ({
  ...look,
  mark: 'line',
  quantity,
  base,
  periods,
});

const pointsOf = (series: SeriesDefinition, more: Partial<OverTime> = {}) =>
  overTime([series], more).series[0]?.points ?? [];

test('chartInput gives each period its value, its words and its rows', () => {
  const series = line(exportsTo('China', '$period'), ['2024-01', '2024-01..2024-02']);
  expect(pointsOf(series)).toEqual([
    {
      start: Date.UTC(2024, 0, 1),
      end: Date.UTC(2024, 1, 1),
      value: 10,
      when: 'January 2024',
      rows: ['trade#2024-01~China~exports~customs'],
    },
    {
      start: Date.UTC(2024, 0, 1),
      end: Date.UTC(2024, 2, 1),
      value: 30,
      when: 'January to February 2024',
      rows: ['trade#2024-01~China~exports~customs', 'trade#2024-02~China~exports~customs'],
    },
  ]);
});

test('chartInput leaves a gap where the data have none', () => {
  const values = pointsOf(line(exportsTo('Japan', '$period'), ['2024-02', '2024-03'])).map(
    (point) => point.value,
  );
  expect(values).toEqual([8, null]);
});

test('chartInput divides marks, areas and references, and keeps the division out of the axis', () => {
  const axis = { title: 'CAD billion', divide: 1000 };
  const references = [
    { quantity: stated(5000, 'CAD million'), label: 'Ours', tone: 'grey' as const },
    { quantity: exportsTo('Japan', '2024-03'), label: 'Not known' },
  ];
  const area = line(exportsTo('China', '$period'), ['2024-01'], stated(4, 'CAD million'));
  const input = overTime([area], { axis, references });
  expect(input.series[0]?.points[0]).toMatchObject({ value: 0.01, low: 0.004, high: 0.01 });
  expect(input.references).toEqual([{ value: 5, label: 'Ours', tone: 'grey' }]);
  expect(input.axis).toEqual({ title: 'CAD billion' });
});

const fromRows = (
  rows: Partial<Extract<SeriesDefinition, { rows: unknown }>['rows']>,
  mark: 'points' | 'step' = 'points',
): SeriesDefinition => ({
  ...look,
  mark,
  rows: { table: 'prices', where: { model: 'Swift', basis: 'list' }, measure: 'price', ...rows },
});

test('chartInput takes rows as they stand, those without a figure left out', () => {
  const points = pointsOf(fromRows({ point_label: 'model' }));
  expect(points.map(({ when, value, label }) => [when, value, label])).toEqual([
    ['2023', 30000, 'Swift'],
    ['February 2024', 28000, 'Swift'],
    ['June 2024', 27000, 'Swift'],
  ]);
  expect(points[1]?.rows).toEqual(['prices#2024-02~Swift~CAD~list']);
});

test('chartInput takes rows from and until a period, both included', () => {
  const whens = (rows: { from?: string; until?: string }) =>
    pointsOf(fromRows(rows)).map((point) => point.when);
  expect(whens({ from: '2024-02' })).toEqual(['February 2024', 'June 2024']);
  expect(whens({ until: '2024-02' })).toEqual(['2023', 'February 2024']);
  expect(whens({ from: '2024-03', until: '2024-05' })).toEqual([]);
});

test('chartInput turns rows into another currency at the rate of their own month', () => {
  const egret = fromRows({ where: { model: 'Egret' }, to: 'USD', from: '2024-03' });
  // 54,000 ÷ 7.2
  expect(pointsOf(egret).map((point) => point.value)).toEqual([7500]);
  expect(pointsOf(egret)[0]?.rows).toEqual([
    'prices#2024-03~Egret~CNY~list',
    'exchange-rates#2024-03~month~CNY',
  ]);
});

test('chartInput lets a step stand until the next, the last until the day of the data', () => {
  const ends = pointsOf(fromRows({}, 'step')).map((point) => new Date(point.end).toISOString());
  expect(ends).toEqual([
    '2024-02-01T00:00:00.000Z',
    '2024-06-01T00:00:00.000Z',
    '2025-01-01T00:00:00.000Z',
  ]);
});

test('chartInput shows events of one day and label once, with all their rows', () => {
  const event = (event: string, label: string) => ({ table: 'events', where: { event }, label });
  const { events } = overTime([line(stated(1), ['2024'])], {
    events: [event('begun', 'Begun'), event('begun', 'Also'), event('ended', 'Ended')],
  });
  const begun = ['events#2024-03-08~begun~Ottawa', 'events#2024-03-08~begun~Washington'];
  const ended = ['events#2024-09-30~ended~Ottawa'];
  expect(events).toEqual([
    { at: Date.UTC(2024, 2, 8), label: 'Begun', when: '8 March 2024', rows: begun },
    { at: Date.UTC(2024, 2, 8), label: 'Also', when: '8 March 2024', rows: begun },
    { at: Date.UTC(2024, 8, 30), label: 'Ended', when: '30 September 2024', rows: ended },
  ]);
});

test('chartInput marks the end of the text’s month', () => {
  expect(overTime([line(stated(1), ['2024'])]).text).toEqual({
    at: Date.UTC(2024, 3, 1),
    label: 'Commentary, March 2024',
  });
});

test('chartInput takes the words that it is given', () => {
  const { title, subtitle, id } = overTime([line(stated(1), ['2024'])]);
  expect([title, subtitle, id]).toEqual(['Title', 'Subtitle', 'chart']);
});

const ranking: Quantity = {
  kind: 'rank',
  label: 'Markets',
  subject: 'China',
  each: {
    table: 'trade',
    where: { flow: 'exports', basis: 'customs' },
    dimension: 'partner',
    except: ['Peru', 'Kenya'],
  },
  value: exportsTo('$each', '2024-02'),
  order: 'highest-first',
};

test('chartInput by row sets a ranking in order, then the rows of its own', () => {
  const { rows } = byRow({
    ranking,
    tones: { China: 'main' },
    rows: [
      { id: 'gap', label: 'Gap', tone: 'ink', quantity: exportsTo('Japan', '2024-03') },
      { id: 'own', label: 'Own', tone: 'text', quantity: stated(1234.56, 'CAD million') },
    ],
    axis: { title: '%', suffix: '%' },
  });
  expect(rows.map(({ id, label, tone, value, text }) => [id, label, tone, value, text])).toEqual([
    ['Chile', 'Chile', 'grey', 25, '25%'],
    ['China', 'China', 'main', 20, '20%'],
    ['Japan', 'Japan', 'grey', 8, '8%'],
    ['gap', 'Gap', 'ink', null, 'no figure'],
    ['own', 'Own', 'text', 1234.56, '1,235%'],
  ]);
  expect(rows[0]?.rows).toEqual(['trade#2024-02~Chile~exports~customs']);
});

test('chartInput by row on a time axis has UTC milliseconds and days as words', () => {
  const begun: Quantity = {
    kind: 'date',
    label: 'Begun',
    table: 'events',
    where: { event: 'begun', actor: 'Ottawa' },
  };
  const day: Quantity = { kind: 'day', label: 'Day', day: '1970-01-01' };
  const { rows, references } = byRow({
    axis: { title: 'date', time: true },
    rows: [
      { id: 'begun', label: 'Begun', tone: 'ink', quantity: begun },
      { id: 'day', label: 'Day', tone: 'ink', quantity: day },
    ],
    references: [{ quantity: begun, label: 'Begun' }],
  });
  expect(rows.map(({ value, text }) => [value, text])).toEqual([
    [Date.UTC(2024, 2, 8), '8 March 2024'],
    [0, '1 January 1970'],
  ]);
  expect(references.map(({ value }) => value)).toEqual([Date.UTC(2024, 2, 8)]);
});
