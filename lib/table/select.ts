import type { Where } from '@/lib/claim/claim';
import type { Field } from './descriptor';
import type { Period } from './period';
import { contains } from './period';
import type { Row, Table } from './table';

export type Tables = ReadonlyMap<string, Table>;

export function tableNamed(tables: Tables, name: string): Table {
  const table = tables.get(name);
  if (!table) throw new Error(`no table "${name}"`);
  return table;
}

export function columnNamed({ resource }: Table, name: string): Field {
  const field = resource.schema.fields.find((candidate) => candidate.name === name);
  if (!field) throw new Error(`${resource.name}: no column "${name}"`);
  return field;
}

export function measureNamed({ resource }: Table, name: string): Field {
  const field = resource.schema.fields.find((candidate) => candidate.name === name);
  if (field?.role !== 'measure') throw new Error(`${resource.name}: no measure "${name}"`);
  return field;
}

const asList = (value: string | string[]) => (Array.isArray(value) ? value : [value]);

/** A condition that no row of the table meets is a slip of the pen, not an absence of data. */
function checkWhere(table: Table, where: Where): void {
  for (const [column, wanted] of Object.entries(where)) {
    columnNamed(table, column);
    for (const value of asList(wanted))
      if (!table.rows.some((row) => String(row.cells[column] ?? '') === value))
        throw new Error(`${table.resource.name}: no row with ${column} "${value}"`);
  }
}

const selected = new WeakMap<Table, Map<string, readonly Row[]>>();

/** The rows in which every named column has the value, or one of the values, asked for; the same question is worked out once. */
export function selectRows(table: Table, where: Where): readonly Row[] {
  const known = selected.get(table) ?? new Map<string, readonly Row[]>();
  selected.set(table, known);
  const question = JSON.stringify(where);
  const rows = known.get(question) ?? rowsWhere(table, where);
  known.set(question, rows);
  return rows;
}

function rowsWhere(table: Table, where: Where): Row[] {
  checkWhere(table, where);
  const conditions = Object.entries(where).map(
    ([column, wanted]) => [column, new Set(asList(wanted))] as const,
  );
  return table.rows.filter((row) =>
    conditions.every(([column, wanted]) => wanted.has(String(row.cells[column] ?? ''))),
  );
}

export function within(rows: readonly Row[], period: Period): Row[] {
  return rows.filter((row) => row.period !== null && contains(period, row.period));
}

/** Refuses rows whose values may not meet in one sum, line or comparison: two bases, units, kinds of period. */
export function assertComparable(table: Table, rows: readonly Row[]): void {
  for (const field of table.resource.schema.fields) {
    if (!field.apart) continue;
    const values = [...new Set(rows.map((row) => row.cells[field.name]))];
    if (values.length > 1)
      throw new Error(
        `${table.resource.name}: ${field.name} ${values.map((v) => `"${v}"`).join(' and ')} may not meet in one figure`,
      );
  }
}

/** The unit of a measure: its field's own, or else what the row says in its `unit` or `currency` column. */
export function unitOf(table: Table, measure: string, row: Row | undefined): string {
  const unit = measureNamed(table, measure).unit ?? row?.cells.unit ?? row?.cells.currency;
  if (typeof unit !== 'string') throw new Error(`${table.resource.name}: "${measure}" has no unit`);
  return unit;
}
