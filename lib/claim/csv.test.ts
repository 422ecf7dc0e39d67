import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { overTime, series } from '@/lib/chart/fixture';
import { claimIn, frozenCatalog, frozenResult } from '@/lib/data-fixture';
import type { Quantity, Test } from './claim';
import { claimRowsCsv, claimsCsv } from './csv';
import { evidence } from './evidence';
import { claimOf, resultOf } from './fixture';
import { price, stated, tableCalled, tableOf, tables } from './quantity-fixture';
import { type ClaimRow, claimRows } from './rows';

function parsed(csv: string): { columns: string[]; lines: Record<string, string>[] } {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(csv, {
    header: true,
    delimiter: ',',
    newline: '\n',
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return { columns: meta.fields ?? [], lines: data };
}

const claimColumns = [
  ...[
    'id',
    'quote',
    'paragraph',
    'topic',
    'verdict',
    'readings_held',
    'readings',
    'answer',
    'text',
  ],
];
const rowColumns = [
  ...['table', 'row', 'period', 'dimensions', 'measure', 'value', 'unit', 'readings', 'in_chart'],
  ...['attributes', 'source_id'],
];

test('claimsCsv(results) has a line for each claim, under the promised columns', async () => {
  const { claims } = await frozenCatalog();
  const results = await Promise.all(claims.claims.map((claim) => frozenResult(claim.id)));
  const { columns, lines } = parsed(claimsCsv(results));
  expect(columns).toEqual(claimColumns);
  expect(lines.map((line) => line.id)).toEqual(claims.claims.map((claim) => claim.id));
  expect(lines.find((line) => line.id === 'growers-ruined')).toEqual({
    id: 'growers-ruined',
    quote: 'our growers have paid with their orchards',
    paragraph: '3',
    topic: 'harvest',
    verdict: 'cannot-be-settled',
    readings_held: '1',
    readings: '4',
    answer:
      'No source says how many orchards were given up; the apple harvest rose in 2023 by 2.5%.',
    text: 'leaflet',
  });
});

const nothing: Test = { kind: 'missing', wanted: 'A loss', would_settle: 'A report' };

test('claimsCsv(results) keeps commas, quotes and line breaks', () => {
  const claim = claimOf([nothing], { quote: 'said "no", twice\nover' });
  expect(parsed(claimsCsv([resultOf(claim)])).lines[0]?.quote).toBe('said "no", twice\nover');
});

for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx']) {
  test(`claimsCsv(results) guards the text ${JSON.stringify(text)}`, () => {
    const claim = claimOf([nothing], { quote: text, answer: text });
    const [line] = parsed(claimsCsv([resultOf(claim)])).lines;
    expect([line?.quote, line?.answer]).toEqual([`'${text}`, `'${text}`]);
  });
}

test('claimsCsv(results) leaves other text as it is', () => {
  const claim = claimOf([nothing], { quote: 'a = b - c', answer: '5 − 3' });
  const [line] = parsed(claimsCsv([resultOf(claim)])).lines;
  expect([line?.quote, line?.answer]).toEqual(['a = b - c', '5 − 3']);
});

const balances = tableOf(
  'balances',
  [
    { name: 'period', type: 'string', role: 'period' },
    { name: 'partner', type: 'string', role: 'dimension' },
    { name: 'balance', type: 'number', role: 'measure', unit: 'CAD million' },
    { name: 'share', type: 'number', role: 'measure', unit: '%' },
    { name: 'note', type: 'string', role: 'attribute' },
    { name: 'source_id', type: 'string', role: 'source' },
  ],
  `
  2024 | China | -88.50 | 4.1 | rounded | stats
  2025 | China | -90    |     |         | stats
  2026 | China |        |     | awaited | stats`,
);

const rowsOf = (readings: number[], drawn = false): ClaimRow[] =>
  balances.rows.map((row) => ({ table: balances, row, readings, drawn }));

test('claimRowsCsv(rows) has a line for each figure, under the promised columns', () => {
  const { columns, lines } = parsed(claimRowsCsv(rowsOf([1, 3], true)));
  expect(columns).toEqual(rowColumns);
  expect(lines.map((line) => [line.period, line.measure, line.value, line.unit])).toEqual([
    ['2024', 'balance', '-88.50', 'CAD million'],
    ['2024', 'share', '4.1', '%'],
    ['2025', 'balance', '-90', 'CAD million'],
    ['2026', '', '', ''],
  ]);
  expect(lines[0]).toMatchObject({
    table: 'balances',
    row: '2024~China~rounded~stats',
    dimensions: 'partner=China',
    readings: '1 3',
    in_chart: 'yes',
    attributes: 'note=rounded',
    source_id: 'stats',
  });
});

test('claimRowsCsv(rows) leaves negative numbers untouched', () => {
  const csv = claimRowsCsv(rowsOf([]));
  expect(csv).toContain(',balance,-88.50,CAD million,,no,');
  expect(csv).not.toContain("'");
});

test('claimRowsCsv(rows) guards text that a spreadsheet would run', () => {
  const [row] = balances.rows;
  if (!row) throw new Error('no row');
  const risky: ClaimRow = {
    table: balances,
    row: { ...row, key: '=1+1', cells: { ...row.cells, source_id: '@SUM(A1)' } },
    readings: [],
    drawn: false,
  };
  const [line] = parsed(claimRowsCsv([risky])).lines;
  expect([line?.row, line?.source_id, line?.value]).toEqual(["'=1+1", "'@SUM(A1)", '-88.50']);
});

test('claimRowsCsv(rows) names the currency of the row where the field has no unit', () => {
  const prices = tableCalled('prices');
  const rows = prices.rows
    .filter((row) => row.cells.model === 'Egret')
    .map((row) => ({ table: prices, row, readings: [], drawn: false }));
  expect(parsed(claimRowsCsv(rows)).lines.map((line) => [line.value, line.unit])).toEqual([
    ['72000', 'CNY'],
    ['54000', 'CNY'],
  ]);
});

test('claimRows(result, charts, tables) names each row once with every reading that uses it', () => {
  const compare = (value: Quantity, than: Quantity): Test => ({
    kind: 'compare',
    value,
    relation: 'below',
    than,
  });
  const claim = claimOf(
    [compare(price('2024-02'), price('2023')), compare(stated(1), price('2024-02'))],
    { conflicts: [{ about: 'Swift', sides: [price('2023'), price('2024-06')] }] },
  );
  const rows = claimRows(resultOf(claim), [], tables);
  expect(rows.map(({ row, readings, drawn }) => [row.key, readings, drawn])).toEqual([
    ['2023~Swift~CAD~list', [1], false],
    ['2024-02~Swift~CAD~list', [1, 2], false],
    ['2024-06~Swift~CAD~list', [], false],
  ]);
});

test('claimRows(result, charts, tables) names the rows behind the marks and the events of charts', () => {
  const at = { start: 0, end: 1, value: 1, when: '2023', rows: ['prices#2023~Swift~CAD~list'] };
  const event = { at: 0, label: 'Begun', when: '', rows: ['events#2024-03-08~begun~Ottawa'] };
  const chart = overTime([{ ...series([]), points: [at] }], { events: [event] });
  const result = resultOf(claimOf([{ kind: 'missing', wanted: 'More', would_settle: 'Data' }]));
  expect(claimRows(result, [chart], tables)).toMatchObject([
    { row: { key: '2023~Swift~CAD~list' }, readings: [], drawn: true },
    { row: { key: '2024-03-08~begun~Ottawa' }, readings: [], drawn: true },
  ]);
});

test('claimRowsCsv(rows) marks the inputs of each reading of a claim', async () => {
  const catalog = await frozenCatalog();
  const { rows } = evidence(catalog, claimIn(catalog, 'lost-market'));
  const { lines } = parsed(claimRowsCsv(rows));
  const used = (number: string) =>
    lines.filter((line) => line.readings?.split(' ').includes(number));
  // Two half years; eighteen months of Freedonia and of all countries; two harvests, one with a value too.
  expect(used('1')).toHaveLength(12);
  expect(used('1').every((line) => line.in_chart === 'yes')).toBe(true);
  expect(used('2')).toHaveLength(36);
  expect(used('3').map((line) => [line.period, line.value, line.unit, line.in_chart])).toEqual([
    ['2023', '41000', 'tonnes', 'no'],
    ['2023', '54500000', 'RTC', 'no'],
    ['2024', '32800', 'tonnes', 'no'],
  ]);
  const [side, ...more] = lines.filter((line) => line.readings === '' && line.in_chart === 'no');
  expect([more.length, side?.value, side?.source_id]).toEqual([0, '42500', 'press-courier']);
});
