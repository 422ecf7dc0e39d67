import type { RowRef } from './row-name';
import { type Tables, tableNamed } from './select';
import type { Row, Table } from './table';

const kept = new WeakMap<Table, Map<string, Row>>();

function rowsByKey(table: Table): Map<string, Row> {
  const known = kept.get(table);
  if (known) return known;
  const rows = new Map(table.rows.map((row) => [row.key, row]));
  kept.set(table, rows);
  return rows;
}

/** The row that a reference points to. Throws where there is none: a dead link is a fault. */
export function rowAt(tables: Tables, { table, key }: RowRef): Row {
  const row = rowsByKey(tableNamed(tables, table)).get(key);
  if (!row) throw new Error(`${table}: no row "${key}"`);
  return row;
}
