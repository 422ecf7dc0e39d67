import { expect, test } from '@playwright/test';
import { frozenCatalog, tableIn } from '@/lib/data-fixture';
import { rowChecker } from '@/lib/table/check-row';
import type { Resource } from '@/lib/table/descriptor';
import { columns, resourceOf } from '@/lib/table/fixture';
import type { ImportProblem } from './figure';
import { faults, pieces, sample } from './fixture';
import type { Mapping } from './mapping';
import { shiftPoint } from './shift';
import { readRows } from './to-rows';

async function rowsOf(resource: Resource, input: string | Uint8Array, mapping?: Mapping) {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const rows: string[][] = [];
  const lines: number[] = [];
  const problems: ImportProblem[] = [];
  const summary = await readRows(pieces(bytes, 1000), resource, {
    mapping,
    onRows: (batch) => {
      rows.push(...batch.rows);
      lines.push(...batch.lines);
    },
    onProblem: (problem) => void problems.push(problem),
  });
  return { rows, lines, problems, summary };
}

const trade: Mapping = {
  as: 'statcan',
  where: { Trade: ['Export'], 'Principal trading partners': ['All countries', 'China'] },
  table: 'trade',
  columns: {
    period: { period: true },
    partner: { from: 'Principal trading partners' },
    flow: { from: 'Trade', values: { Export: 'exports', Import: 'imports' } },
    basis: { from: 'Basis', values: { Customs: 'customs' } },
    value_cad_millions: { value: true, units: { Dollars: 'CAD' } },
    source_id: { is: 'trade-sc-12100011-sib' },
  },
};

const basis = {
  ...columns.flow,
  name: 'basis',
  constraints: { required: true, enum: ['customs'] },
};
const tradeTable = resourceOf(
  'trade',
  [
    ...[columns.period, columns.partner, columns.flow, basis],
    { ...columns.value, name: 'value_cad_millions', constraints: { required: true } },
    columns.source,
  ],
  ['period', 'partner', 'flow', 'basis'],
);
Object.assign(tradeTable.schema.fields[4] ?? {}, { unit: 'CAD million' });

test('a mapping makes rows of a table from a publisher’s file, each with its record number', async () => {
  const resource = tradeTable;
  const { rows, lines, problems, summary } = await rowsOf(
    resource,
    sample('statcan-full-en.csv'),
    trade,
  );
  expect(rows.map((cells) => cells.join())).toEqual([
    '2025-03,All countries,exports,customs,71048.5,trade-sc-12100011-sib',
    '2025-03,China,exports,customs,2566.3,trade-sc-12100011-sib',
    '2025-04,All countries,exports,customs,61017.7,trade-sc-12100011-sib',
  ]);
  expect(lines).toEqual([2, 3, 4]);
  expect(faults(problems)).toEqual(['row 5, value_cad_millions: no figure: ".."']);
  expect(problems[0]?.refused).toBe(false);
  expect(summary).toMatchObject({ left: 1, refused: 0 });
  const check = rowChecker(resource, {});
  for (const cells of rows) {
    check(1, cells, (column, message) => {
      throw new Error(`${column}: ${message}`);
    });
  }
});

test('a text that a mapping’s translation does not know is refused', async () => {
  const columns = { ...trade.columns, basis: { from: 'Basis', values: { BoP: 'customs' } } };
  const { rows, problems } = await rowsOf(tradeTable, sample('statcan-full-en.csv'), {
    ...trade,
    columns,
  });
  expect(rows).toEqual([]);
  expect(problems[0]?.message).toBe('basis: the mapping does not say what "Customs" is');
});

test('a unit unlike the table’s is refused', async () => {
  const columns = { ...trade.columns, value_cad_millions: { value: true as const } };
  const { rows, problems } = await rowsOf(tradeTable, sample('statcan-full-en.csv'), {
    ...trade,
    columns,
  });
  expect(rows).toEqual([]);
  expect(problems[0]?.message).toBe(
    'value_cad_millions: its unit is "Dollars", the table\'s CAD million',
  );
});

const weights = resourceOf(
  'weights',
  [
    columns.period,
    { name: 'period_type', type: 'string', role: 'dimension' },
    columns.partner,
    { name: 'thousand_tonnes', type: 'number', role: 'measure' },
    { name: 'usd_millions', type: 'number', role: 'measure' },
    columns.note,
  ],
  ['period', 'partner'],
);
Object.assign(weights.schema.fields[3] ?? {}, { unit: 'thousand tonnes' });
Object.assign(weights.schema.fields[4] ?? {}, { unit: 'USD million' });

test('figures of one record go into one row, the decimal point moved to the table’s scale', async () => {
  const { rows, problems } = await rowsOf(weights, sample('comtrade-new.csv'), {
    columns: {
      period: { period: true },
      period_type: { kind: true },
      partner: { from: 'reporterDesc' },
      thousand_tonnes: { value: true, measure: 'netWgt', units: { kg: 'tonnes × 0.001' } },
      usd_millions: { value: true, measure: 'primaryValue' },
    },
  });
  expect(problems).toEqual([]);
  expect(rows.map((cells) => cells.join())).toEqual([
    '2023,calendar_year,China,5030,3700.0000005,',
    '2024,calendar_year,China,6130,3300,',
  ]);
});

test('a table’s own columns are rows as they stand, in any order and form', async () => {
  const resource = tradeTable;
  const { rows, lines, problems } = await rowsOf(
    resource,
    '\uFEFFpartner;period;flow;basis;value_cad_millions;source_id\r\n' +
      'China;2025-04;exports;customs;2300.50;trade-x\r\n' +
      '\r\nChina;2025-05;exports\r\n',
  );
  expect(rows).toEqual([['2025-04', 'China', 'exports', 'customs', '2300.50', 'trade-x']]);
  expect(lines).toEqual([2]);
  expect(faults(problems)).toEqual(['row 4, null: expected 6 cells, found 3']);
});

test('a publisher’s file without a mapping names what is needed', async () => {
  const reading = rowsOf(tradeTable, sample('statcan-full-en.csv'));
  await expect(reading).rejects.toThrow(
    'Statistics Canada table: a mapping must say which of its columns go into the table trade',
  );
});

test('a figure is turned over where the publisher prints the other way round, and nothing has no inverse', async () => {
  const { resource } = tableIn(await frozenCatalog(), 'exchange-rates');
  const value = { value: true as const, units: { '': 'per USD' }, inverse: 4 };
  const text = 'observation_date,EXUSRT\n2018-01-01,1.2197\n2018-02-01,1.2340\n2018-03-01,0\n';
  const { rows, problems } = await rowsOf(resource, text, {
    as: 'fred',
    columns: { period: { period: true }, currency: { is: 'RTC' }, units_per_usd: value },
  });
  expect(rows.map(([period, , , rate]) => [period, rate])).toEqual([
    ['2018-01', '0.8199'],
    ['2018-02', '0.8104'],
  ]);
  expect(faults(problems)).toEqual(['row 4, units_per_usd: 0 cannot be turned over']);
});

const shifts: [numeral: string, places: number, moved: string][] = [
  ['71048.5', 0, '71048.5'],
  ['71048.5', 3, '71048500'],
  ['71048.5', -6, '0.0710485'],
  ['-12', -3, '-0.012'],
  ['1200', -3, '1.2'],
  ['1.50', -1, '0.150'],
  ['0', 6, '0'],
  ['.5', 1, '5'],
  ['1.5e3', -6, '1.5e-3'],
];

for (const [numeral, places, moved] of shifts) {
  test(`shiftPoint(${numeral}, ${places}) is ${moved}`, () => {
    expect(shiftPoint(numeral, places)).toBe(moved);
  });
}
