import { expect, test } from '@playwright/test';
import { evidence } from '@/lib/claim/evidence';
import { realCatalog } from '@/lib/data-fixture';
import { rowAt } from '@/lib/table/row-index';
import { parseRowName } from '@/lib/table/row-name';
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
  article: { at: 0, label: '' },
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

let kept: Promise<ChartInput[]> | undefined;

async function drawAll(): Promise<ChartInput[]> {
  const catalog = await realCatalog();
  return catalog.claims.claims.flatMap((claim) => evidence(catalog, claim).charts);
}

/** Every chart of every claim, made once. */
function realCharts(): Promise<ChartInput[]> {
  kept ??= drawAll();
  return kept;
}

test('the tables of all charts have a filled cell for each of their values', async () => {
  for (const input of await realCharts()) {
    const filled = chartTable(input).lines.flatMap(({ cells }) =>
      cells.filter((cell) => cell.text !== ''),
    );
    const marks =
      input.layout === 'by-row'
        ? input.rows
        : input.series.flatMap(({ points }) => points.filter((one) => one.value !== null));
    expect(filled.length, input.id).toBe(marks.length);
    expect(marks.length, input.id).toBeGreaterThan(1);
  }
});

test('every mark of every chart stands on rows that there are', async () => {
  const { tables } = await realCatalog();
  const names = (await realCharts()).flatMap((input) =>
    (input.layout === 'by-row' ? input.rows : input.series.flatMap(({ points }) => points)).flatMap(
      (mark) => mark.rows,
    ),
  );
  expect(names.length).toBeGreaterThan(5000);
  const unknown = names.filter((name) => {
    const ref = parseRowName(name);
    return rowAt(tables, ref).key !== ref.key;
  });
  expect(unknown).toEqual([]);
});

/** Cells worked out by hand from the files. */
const cells: [chart: string, column: string, line: string, text: string][] = [
  // trade-by-partner, exports to China, 27,693.6 million in 2018.
  ['lose-china-market-exports', 'Exports to China', '2018', '27.694'],
  // canola-seed-exports-monthly: August 2014 to July 2015.
  ['largest-canola-buyer-monthly', 'China', 'crop year 2014/15', '4,016.4'],
  ['largest-canola-buyer-monthly', 'Japan', 'crop year 2019/20', '2,193.2'],
  // aluminium-exports, as the row has it.
  ['aluminium-tariff-exports', 'United States', 'June 2024', '1,115.856'],
  // 595,938.8 of 780,854.2
  ['us-dependence-share', 'United States', '2024', '76.319'],
  ['second-partner-rank', 'Two-way trade', '2024', '2'],
];

for (const [id, column, name, text] of cells) {
  test(`the table of ${id} has ${text} for ${column}, ${name}`, async () => {
    const input = (await realCharts()).find((one) => one.id === id);
    if (!input) throw new Error(`no chart "${id}"`);
    const { columns, lines } = chartTable(input);
    const place = columns.indexOf(column);
    expect(columns).toContain(column);
    expect(lines.find((one) => one.name === name)?.cells[place]?.text).toBe(text);
  });
}
