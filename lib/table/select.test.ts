import { expect, test } from '@playwright/test';
import { tableCalled, tables } from '@/lib/claim/quantity-fixture';
import { parsePeriod } from './period';
import { assertComparable, selectRows, tableNamed, unitOf, within } from './select';

const trade = tableCalled('trade');
const keysOf = (where: Record<string, string | string[]>) =>
  selectRows(trade, where).map((row) => row.key);

test('tableNamed(tables, name) gives the table, and refuses a name that there is not', () => {
  expect(tableNamed(tables, 'trade')).toBe(trade);
  expect(() => tableNamed(tables, 'trades')).toThrow(/^no table "trades"$/);
});

test('selectRows(table, {}) gives every row', () => {
  expect(selectRows(trade, {})).toHaveLength(14);
});

test('selectRows(table, where) gives the rows that meet every condition, in file order', () => {
  expect(keysOf({ partner: 'Japan' })).toEqual([
    '2024-01~Japan~exports~customs',
    '2024-02~Japan~exports~customs',
  ]);
  expect(keysOf({ partner: 'China', basis: 'payments' })).toEqual([
    '2024-01~China~exports~payments',
  ]);
});

test('selectRows(table, where) takes one of several values', () => {
  expect(keysOf({ partner: ['Peru', 'Japan'] })).toEqual([
    '2024-01~Japan~exports~customs',
    '2024-02~Japan~exports~customs',
    '2024-03~Peru~exports~customs',
  ]);
});

test('selectRows(table, where) gives none where conditions are met by different rows only', () => {
  expect(keysOf({ partner: 'Japan', flow: 'imports' })).toEqual([]);
});

test('selectRows(table, where) refuses a column that the table has not', () => {
  expect(() => keysOf({ patner: 'Japan' })).toThrow(/^trade: no column "patner"$/);
});

test('selectRows(table, where) refuses a value that no row has, alone or in a list', () => {
  expect(() => keysOf({ partner: 'Jpan' })).toThrow(/^trade: no row with partner "Jpan"$/);
  expect(() => keysOf({ partner: ['Japan', 'Jpan'] })).toThrow('no row with partner "Jpan"');
});

test('within(rows, period) keeps the rows whose period lies wholly inside', () => {
  const shares = tableCalled('shares').rows;
  const inside = (text: string) => within(shares, parsePeriod(text)).map((row) => row.period?.text);
  expect(inside('2024')).toEqual(['2024', '2024-01']);
  expect(inside('2024-01..2025-07')).toEqual(['2024', '2024-01', '2024/25']);
  expect(inside('2024-01..2025-06')).toEqual(['2024', '2024-01']);
  expect(inside('2024-02')).toEqual([]);
});

test('assertComparable(table, rows) refuses two bases, and passes two flows', () => {
  const rows = (where: Record<string, string>) => selectRows(trade, where);
  expect(() => assertComparable(trade, rows({ partner: 'China', flow: 'exports' }))).toThrow(
    /^trade: basis "customs" and "payments" may not meet in one figure$/,
  );
  assertComparable(trade, rows({ partner: 'China', basis: 'customs' }));
});

test('assertComparable(table, rows) refuses two kinds of period', () => {
  const shares = tableCalled('shares');
  expect(() => assertComparable(shares, shares.rows)).toThrow(
    /^shares: period_type "calendar_year" and "month" and "crop_year" may not meet in one figure$/,
  );
});

test('unitOf(table, measure, row) is the unit of the field, or else the currency of the row', () => {
  expect(unitOf(trade, 'value', undefined)).toBe('CAD million');
  const prices = tableCalled('prices');
  expect(unitOf(prices, 'price', selectRows(prices, { model: 'Egret' })[0])).toBe('CNY');
  expect(unitOf(prices, 'price', selectRows(prices, { model: 'Heron' })[0])).toBe('CAD');
});

test('unitOf(table, measure, row) refuses what is no measure, and a measure without a unit', () => {
  expect(() => unitOf(trade, 'flow', undefined)).toThrow(/^trade: no measure "flow"$/);
  expect(() => unitOf(trade, 'valu', undefined)).toThrow(/^trade: no measure "valu"$/);
  expect(() => unitOf(tableCalled('prices'), 'price', undefined)).toThrow(
    /^prices: "price" has no unit$/,
  );
});
