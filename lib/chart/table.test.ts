import { expect, test } from '@playwright/test';
import { evidence } from '@/lib/claim/evidence';
import { frozenCatalog } from '@/lib/data-fixture';
import type { ChartInput, ChartPoint, OverTime } from './input';
import { chartTable } from './table';

const point = (year: number, value: number | null, rows: string[] = []): ChartPoint => ({
  start: Date.UTC(year, 0, 1),
  end: Date.UTC(year + 1, 0, 1),
  value,
  when: String(year),
  rows,
});

const chart = (...series: ChartPoint[][]): OverTime => ({
  id: 'chart',
  layout: 'over-time',
  title: '',
  subtitle: '',
  references: [],
  axis: { title: 'CAD' },
  kinds: ['amount'],
  series: series.map((points, index) => ({
    id: `s${index}`,
    label: `Series ${index}`,
    tone: 'ink',
    mark: 'line',
    points,
  })),
  events: [],
  text: { at: 0, label: '' },
});

const textsOf = (input: ChartInput) =>
  chartTable(input).lines.map(({ name, cells }) => [name, ...cells.map((cell) => cell.text)]);

test('chartTable has a column a series and a line a period, newest first', () => {
  const input = chart([point(2023, 1), point(2024, 2)], [point(2024, 20), point(2022, 40)]);
  expect(chartTable(input).columns).toEqual(['Series 0', 'Series 1']);
  expect(textsOf(input)).toEqual([
    ['2024', '2', '20'],
    ['2023', '1', ''],
    ['2022', '', '40'],
  ]);
});

test('chartTable gives two points of one period a line each', () => {
  const input = chart([point(2023, 91), point(2023, 94)], [point(2023, 5)]);
  expect(textsOf(input)).toEqual([
    ['2023', '91', '5'],
    ['2023', '94', ''],
  ]);
});

test('chartTable leaves a gap empty, and shows nothing as 0', () => {
  expect(textsOf(chart([point(2024, null), point(2023, 0)]))).toEqual([
    ['2024', ''],
    ['2023', '0'],
  ]);
});

test('chartTable keeps three decimals, as many as any table has, with a true minus', () => {
  const values = [27.69364, -4.0689, 1234.56];
  expect(textsOf(chart(values.map((value, n) => point(2024 - n, value))))).toEqual([
    ['2024', '27.694'],
    ['2023', '−4.069'],
    ['2022', '1,234.56'],
  ]);
});

test('chartTable links a cell to the first row behind it', () => {
  const { lines } = chartTable(chart([point(2024, 1, ['t#a', 't#b']), point(2023, 1)]));
  expect(lines.map(({ cells }) => cells[0]?.row)).toEqual(['t#a', null]);
});

test('chartTable by row has one column, named by the axis', () => {
  const rows = [
    { id: 'a', label: 'A', tone: 'ink' as const, value: 5, text: '5%', rows: ['t#a'] },
    { id: 'b', label: 'B', tone: 'ink' as const, value: null, text: 'no figure', rows: [] },
  ];
  const { id, title, subtitle, references } = chart();
  const input: ChartInput = {
    ...{ id, title, subtitle, references, rows },
    layout: 'by-row',
    mark: 'bar',
    axis: { title: '% of exports' },
  };
  expect(chartTable(input)).toEqual({
    columns: ['% of exports'],
    lines: [
      { name: 'A', cells: [{ text: '5%', row: 't#a' }] },
      { name: 'B', cells: [{ text: 'no figure', row: null }] },
    ],
  });
});

/** Cells worked out by hand from the files in `fixtures/data/tables`. */
const cells: [chart: string, column: string, line: string, text: string][] = [
  // fruit-trade: 10, 11 and 12 million, in billions.
  ['lost-market-exports', 'Exports to Freedonia', 'quarter 1 of 2023', '0.033'],
  // No month of it is in the table.
  ['lost-market-exports', 'Exports to Freedonia', 'quarter 3 of 2024', ''],
  // 186 of 1,200
  ['lost-market-share', 'Freedonia', '2023', '15.5'],
  // cider-shipments: both cellars; no row, which is none.
  ['best-buyer-months', 'Freedonia', 'February 2023', '4.5'],
  ['best-buyer-months', 'Freedonia', 'September 2022', '0'],
  // apple-exports, as the row has it.
  ['levy-rise-exports', 'Other countries', 'June 2024', '25.125'],
  ['best-buyer-rank', 'Freedonia', 'crop year 2023/24', '2'],
];

for (const [id, column, name, text] of cells)
  test(`the table of ${id} has ${text || 'nothing'} for ${column}, ${name}`, async () => {
    const catalog = await frozenCatalog();
    const charts = catalog.claims.claims.flatMap((claim) => evidence(catalog, claim).charts);
    const input = charts.find((one) => one.id === id);
    if (!input) throw new Error(`no chart "${id}"`);
    const { columns, lines } = chartTable(input);
    expect(columns).toContain(column);
    expect(lines.find((one) => one.name === name)?.cells[columns.indexOf(column)]?.text).toBe(text);
  });
