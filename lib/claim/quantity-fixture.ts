import { rowChecker } from '@/lib/table/check-row';
import type { Field, Resource } from '@/lib/table/descriptor';
import { resourceOf } from '@/lib/table/fixture';
import type { Tables } from '@/lib/table/select';
import type { Table } from '@/lib/table/table';
import type { Quantity } from './claim';
import { evaluate } from './quantity';

type Column = Omit<Field, 'title'>;

const string = (name: string, role: Field['role'], apart?: boolean): Column => ({
  name,
  type: 'string',
  role,
  apart,
});
const number = (name: string, unit?: string): Column => ({
  name,
  type: 'number',
  role: 'measure',
  kind: 'amount',
  unit,
});

/** A table of a few lines, `|` between the columns so that they can stand under each other. */
export function tableOf(name: string, columns: Column[], lines: string, absent?: 'zero'): Table {
  const keys = columns.filter((column) => column.role !== 'measure').map((column) => column.name);
  const bare: Resource = resourceOf(name, columns, keys);
  const fields = columns.map((column) => ({ ...column, title: column.name }));
  const resource: Resource = { ...bare, absent, schema: { ...bare.schema, fields } };
  const check = rowChecker(resource, {});
  const rows = lines
    .trim()
    .split('\n')
    .map((line, index) =>
      check(
        index + 2,
        line.split('|').map((cell) => cell.trim()),
        (column, message) => {
          throw new Error(`${name}, ${column}: ${message}`);
        },
      ),
    );
  return { resource, rows };
}

const trade = tableOf(
  'trade',
  [
    string('period', 'period'),
    string('partner', 'dimension'),
    string('flow', 'dimension'),
    string('basis', 'dimension', true),
    number('value', 'CAD million'),
  ],
  `
  2024-01 | China | exports | customs  | 10
  2024-02 | China | exports | customs  | 20
  2024-03 | China | exports | customs  | 30.5
  2024-01 | China | imports | customs  | 40
  2024-02 | China | imports | customs  | 50
  2024-03 | China | imports | customs  | 60
  2024-01 | China | exports | payments | 9
  2024-01 | Japan | exports | customs  | 7
  2024-02 | Japan | exports | customs  | 8
  2024-03 | Peru  | exports | customs  | 3
  2024-01 | Chile | exports | customs  | 10
  2024-02 | Chile | exports | customs  | 25
  2024-01 | Kenya | exports | customs  | 12
  2024-02 | Kenya | exports | customs  | 1`,
);

/** Its descriptor says that a month without a row is a month of nothing. */
const seed = tableOf(
  'seed',
  [
    string('period', 'period'),
    string('destination', 'dimension'),
    string('elevator', 'dimension'),
    number('tonnes', 'thousand tonnes'),
  ],
  `
  2024-01 | Japan | terminal | 4
  2024-01 | China | terminal | 5
  2024-01 | China | primary  | 1.5
  2024-03 | China | terminal | 7
  2024-04 | Japan | terminal | 6`,
  'zero',
);

const prices = tableOf(
  'prices',
  [
    string('period', 'period'),
    string('model', 'dimension'),
    string('currency', 'dimension', true),
    string('basis', 'dimension', true),
    number('price'),
  ],
  `
  2023    | Swift | CAD | list    | 30000
  2024-02 | Swift | CAD | list    | 28000
  2024-05 | Swift | CAD | list    |
  2024-06 | Swift | CAD | list    | 27000
  2024-06 | Swift | CAD | freight | 29000
  2024-02 | Heron | CAD | list    | 26000
  2024-02 | Egret | CNY | list    | 72000
  2024-03 | Egret | CNY | list    | 54000`,
);

/** Two rows of one model and day differ in what no condition names. */
const shops = tableOf(
  'shops',
  [string('period', 'period'), string('model', 'dimension'), string('shop', 'dimension')].concat(
    number('price', 'CAD'),
  ),
  `
  2024-02 | Swift | north | 100
  2024-02 | Swift | south | 120
  2024-03 | Swift | north | 110
  2024-04 | Heron | north | 90
  2024-04 | Heron | south | 90`,
);

const shares = tableOf(
  'shares',
  [
    string('period', 'period'),
    string('period_type', 'dimension', true),
    string('country', 'dimension'),
    number('share', '%'),
  ],
  `
  2023    | calendar_year | Canada | 40
  2024    | calendar_year | Canada | 55
  2024-01 | month         | Canada | 50
  2024/25 | crop_year     | Canada | 60`,
);

const events = tableOf(
  'events',
  [string('period', 'period'), string('event', 'dimension'), string('actor', 'dimension')].concat(
    number('rate', '%'),
  ),
  `
  2024-03-01 | announced | Ottawa     |
  2024-03-08 | begun     | Ottawa     | 25
  2024-09-30 | ended     | Ottawa     | 0
  2024-03-08 | begun     | Washington | 10`,
);

const rates = tableOf(
  'exchange-rates',
  [
    string('period', 'period'),
    string('period_type', 'dimension', true),
    string('currency', 'dimension', true),
    number('units_per_usd', 'per USD'),
  ],
  `
  2024    | calendar_year | CAD | 1.25
  2024    | calendar_year | CNY | 7.5
  2024-03 | month         | CAD | 1.5
  2024-03 | month         | CNY | 7.2
  2024-02 | month         | CAD | 1.4`,
);

/** Small tables whose sums can be done in the head. */
export const tables: Tables = new Map(
  [trade, seed, prices, shops, shares, events, rates].map((table) => [table.resource.name, table]),
);

export const tableCalled = (name: string): Table => {
  const table = tables.get(name);
  if (!table) throw new Error(`the fixture has no table "${name}"`);
  return table;
};

export const evaluated = (quantity: Quantity) => evaluate(quantity, tables);

export const stated = (value: number, unit = 'CAD', label = 'Stated'): Quantity => ({
  kind: 'stated',
  label,
  value,
  unit,
});

export const exportsTo = (partner: string, period: string, basis = 'customs'): Quantity => ({
  kind: 'sum',
  label: partner,
  table: 'trade',
  where: { partner, flow: 'exports', basis },
  measure: 'value',
  period,
});

export const price = (period: string): Quantity => ({
  kind: 'row',
  label: 'Swift',
  table: 'prices',
  where: { model: 'Swift', basis: 'list' },
  measure: 'price',
  period,
});
