import { fsum, least } from 'd3-array';
import { once } from '@/lib/once';
import { DAY, eachMonth, type Period, parsePeriod } from '@/lib/table/period';
import type { RowRef } from '@/lib/table/row-name';
import {
  assertComparable,
  selectRows,
  type Tables,
  tableNamed,
  unitOf,
  within,
} from '@/lib/table/select';
import type { Row, Table } from '@/lib/table/table';
import type { Quantity } from './claim';
import { type Evaluated, none } from './evaluated';

/** Quantities that are taken from a table: one row, a sum of months, the latest, the lowest, a date. */

export type Of<K extends Quantity['kind']> = Extract<Quantity, { kind: K }>;

const refs = (table: Table, rows: readonly Row[]): RowRef[] =>
  rows.map((row) => ({ table: table.resource.name, key: row.key }));

function fromRow(
  quantity: Of<'row'> | Of<'latest'> | Of<'lowest'>,
  table: Table,
  row: Row | undefined,
): Evaluated {
  const cell = row?.cells[quantity.measure];
  const value = typeof cell === 'number' ? cell : null;
  return {
    ...none,
    kind: quantity.kind,
    label: quantity.label,
    value,
    unit: unitOf(table, quantity.measure, row ?? selectRows(table, quantity.where)[0]),
    time: row?.period ?? null,
    rows: row ? refs(table, [row]) : [],
    missing: value === null ? [quantity.label] : [],
  };
}

export function evaluateRow(quantity: Of<'row'>, tables: Tables): Evaluated {
  const table = tableNamed(tables, quantity.table);
  const wanted = parsePeriod(quantity.period).text;
  const rows = selectRows(table, quantity.where).filter((row) => row.period?.text === wanted);
  if (rows.length > 1)
    throw new Error(
      `${quantity.table}: "${quantity.label}" asks for one row and meets ${rows.length}: ${rows.map((row) => row.key).join(', ')}`,
    );
  return fromRow(quantity, table, rows[0]);
}

export function evaluateLatest(quantity: Of<'latest'>, tables: Tables): Evaluated {
  const table = tableNamed(tables, quantity.table);
  const until = parsePeriod(quantity.until).start;
  const rows = selectRows(table, quantity.where).filter(
    (row) =>
      row.period !== null && row.period.start <= until && row.cells[quantity.measure] !== null,
  );
  assertComparable(table, rows);
  const last = Math.max(...rows.map((row) => row.period?.start ?? Number.NEGATIVE_INFINITY));
  const lasts = rows.filter((row) => row.period?.start === last);
  if (new Set(lasts.map((row) => row.cells[quantity.measure])).size > 1)
    throw new Error(`${quantity.table}: "${quantity.label}" meets several last figures`);
  return fromRow(quantity, table, lasts[0]);
}

export function evaluateLowest(quantity: Of<'lowest'>, tables: Tables): Evaluated {
  const table = tableNamed(tables, quantity.table);
  const rows = within(selectRows(table, quantity.where), parsePeriod(quantity.period)).filter(
    (row) => typeof row.cells[quantity.measure] === 'number',
  );
  assertComparable(table, rows);
  const lowest = least(rows, ({ cells }) => cells[quantity.measure] as number);
  return fromRow(quantity, table, lowest);
}

/** A ranking asks for the same months of each name in its list. */
const monthsOf = once((_: Table, period: string): Period[] => eachMonth(parsePeriod(period)));

/** The months of the period for which one of the wanted combinations has no row. */
function monthsWithout(rows: readonly Row[], months: Period[], combinations: number): string[] {
  const counts = new Map<string, number>();
  for (const row of rows)
    if (row.period) counts.set(row.period.text, (counts.get(row.period.text) ?? 0) + 1);
  return months.map((month) => month.text).filter((text) => (counts.get(text) ?? 0) < combinations);
}

const spans = new WeakMap<Table, { first: string; last: string }>();

/** The first and the last period of a table; its periods are months, and so in order as texts. */
function spanOf(table: Table): { first: string; last: string } {
  const known = spans.get(table);
  if (known) return known;
  const texts = table.rows.flatMap((row) => (row.period ? [row.period.text] : [])).sort();
  const span = { first: texts[0] ?? '', last: texts.at(-1) ?? '' };
  spans.set(table, span);
  return span;
}

const covers = (table: Table, month: string): boolean => {
  const { first, last } = spanOf(table);
  return month >= first && month <= last;
};

export function evaluateSum(quantity: Of<'sum'>, tables: Tables): Evaluated {
  const table = tableNamed(tables, quantity.table);
  const period = parsePeriod(quantity.period);
  const all = within(selectRows(table, quantity.where), period);
  assertComparable(table, all);
  const rows = all.filter((row) => typeof row.cells[quantity.measure] === 'number');
  const empty = all.filter((row) => row.cells[quantity.measure] === null);
  const months = monthsOf(table, quantity.period);
  const zero = table.resource.absent === 'zero';
  const combinations = zero
    ? 1
    : Object.values(quantity.where).reduce((n, v) => n * (Array.isArray(v) ? v.length : 1), 1);
  const without = monthsWithout(rows, months, combinations);
  const unknown = new Set(empty.map((row) => row.period?.text));
  const missing = zero
    ? without.filter((month) => unknown.has(month) || !covers(table, month))
    : without;
  return {
    ...none,
    kind: 'sum',
    label: quantity.label,
    value: missing.length > 0 ? null : fsum(rows, (row) => row.cells[quantity.measure] as number),
    unit: unitOf(table, quantity.measure, rows[0]),
    time: period,
    rows: refs(table, rows),
    missing: missing.map((month) => `${quantity.label}, ${month}`),
    zeroMonths: zero && missing.length === 0 ? without : [],
  };
}

export function evaluateDate(quantity: Of<'date'>, tables: Tables): Evaluated {
  const table = tableNamed(tables, quantity.table);
  const rows = selectRows(table, quantity.where);
  const starts = new Set(rows.map((row) => row.period?.start));
  if (starts.size > 1)
    throw new Error(`${quantity.table}: "${quantity.label}" meets several dates`);
  const period = rows[0]?.period ?? null;
  return {
    ...none,
    kind: 'date',
    label: quantity.label,
    value: period ? period.start / DAY : null,
    unit: 'date',
    time: period,
    rows: refs(table, rows),
    missing: period ? [] : [quantity.label],
  };
}
