import { expect, test } from '@playwright/test';
import { tableChartsFile } from '@/lib/claim/claim';
import { exportsTo, stated } from '@/lib/claim/quantity-fixture';
import { catalogOf, chart, faultsOf } from './fixture';

const [china] = chart.series;

const faults = (definition: object, name = 'trade'): string[] =>
  faultsOf('table-charts.json', catalogOf({}, { [name]: definition }));

const withSeries = (more: object) => ({ ...chart, series: [{ ...china, ...more }] });

const rows = { table: 'trade', where: { partner: 'China' }, measure: 'value' };
const withRows = (more: object) => ({
  ...chart,
  series: [{ id: 'a', label: 'A', tone: 'ink', mark: 'points', rows: { ...rows, ...more } }],
});

const bars = {
  ...{ layout: 'by-row', id: 'bars', title: 'B', subtitle: 'S', mark: 'bar' },
  ...{ axis: { title: 'CAD' }, references: [] },
  rows: [{ id: 'one', label: 'One', tone: 'ink', quantity: stated(1) }],
};

test('sound charts have no faults', () => {
  for (const sound of [chart, withRows({ point_label: 'partner' }), bars])
    expect(faults(sound)).toEqual([]);
});

const slips: [what: string, definition: object, line: string][] = [
  [
    'an unknown measure of a series over periods',
    withSeries({ quantity: { ...china?.quantity, measure: 'vlue' } }),
    'series "china", quantity.measure: no measure "vlue" in trade; did you mean "value"?',
  ],
  [
    'an unknown measure of rows',
    withRows({ measure: 'vlue' }),
    'series "a", rows.measure: no measure "vlue" in trade; did you mean "value"?',
  ],
  [
    'an unknown column for the labels of points',
    withRows({ point_label: 'partnr' }),
    'series "a", rows.point_label: no column "partnr" in trade; did you mean "partner"?',
  ],
  [
    'a range of periods that do not follow one another',
    withSeries({ periods: { from: '2024-Q1', to: '2024-Q2' } }),
    'series "china", periods: "2024-Q1" to "2024-Q2": only years, crop years and months follow one another',
  ],
  [
    'an event without a row',
    { ...chart, events: [{ table: 'events', where: { event: 'begin' }, label: 'Begun' }] },
    'event 1, where.event: no row of events has "begin"; did you mean "begun"?',
  ],
  [
    'an unknown table of a reference',
    {
      ...chart,
      references: [{ quantity: { ...exportsTo('China', '2024-01'), table: 'trad' }, label: 'A' }],
    },
    'reference 1, quantity.table: no table "trad"; did you mean "trade"?',
  ],
  [
    'a colour for an unknown row',
    { ...bars, tones: { two: 'main' } },
    'tones: no row "two"; known: "one"',
  ],
];

for (const [what, definition, line] of slips)
  test(`${what} is reported with its chart and series`, () => {
    expect(faults(definition)).toEqual([`table "trade", ${line}`]);
  });

test('a chart for an unknown table is reported', () => {
  expect(faults(chart, 'trades')).toEqual(['table "trades": no such table; did you mean "trade"?']);
});

test('a message in the title of a table’s chart is reported: nothing fills it in', () => {
  expect(faults({ ...chart, title: 'It {r1}', measure: 'Exports' })).toEqual([
    expect.stringMatching(/^table "trade", title: "\{r1\}" would reach a reader/),
  ]);
});

test('a year in the title of a table’s chart that the chart does not show is reported', () => {
  expect(faults({ ...chart, title: 'Exports, 2024' })).toEqual([]);
  expect(faults({ ...chart, title: 'Exports, 2019 to 2024' })).toEqual([
    expect.stringMatching(/^table "trade", title: names 2019, of which the chart shows nothing/),
  ]);
});

test('a chart, or a series, without a figure is reported', () => {
  expect(faults(withSeries({ periods: ['2031'] }))).toEqual([
    'table "trade": draws no figure at all',
  ]);
  const both = { ...chart, series: [china, { ...china, id: 'b', periods: ['2031-01'] }] };
  expect(faults(both)).toEqual(['table "trade", series "b": has no figure in any of its periods']);
});

test('faults in the title, subtitle and note of a claim’s chart are reported with the chart’s id', () => {
  const charts = Object.values(
    tableChartsFile.parse({
      x: { ...chart, title: '{r7}', measure: 'Exports', subtitle: '{r2_1}', note: '{r8}' },
    }),
  );
  expect(faultsOf('texts/made-up-text.json', catalogOf({ charts }))).toEqual([
    'claim "made-up", chart "exports", title: no value {r7}; did you mean "r1"?',
    expect.stringContaining('claim "made-up", chart "exports", subtitle: no value {r2_1}'),
    expect.stringContaining('claim "made-up", chart "exports", note: no value {r8}'),
  ]);
});
