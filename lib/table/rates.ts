import type { Field } from './descriptor';
import { type Tables, tableNamed } from './select';
import type { Table } from './table';

/** The table that amounts are turned into other currencies by. A folder without it offers no currency to choose. */
export const RATES = 'exchange-rates';

const BASE = /^per ([A-Z]{3})$/;

/** What its figures are for one unit of: a measure whose unit is "per USD" has the rates of one US dollar. */
export function rateMeasure(table: Table): { measure: Field; base: string } {
  for (const measure of table.resource.schema.fields) {
    const base = measure.role === 'measure' && BASE.exec(measure.unit ?? '')?.[1];
    if (base) return { measure, base };
  }
  throw new Error(`${table.resource.name}: no measure has a unit such as "per USD"`);
}

export const ratesIn = (tables: Tables): Table => tableNamed(tables, RATES);

/** The currencies that there are rates for, by name. */
export function currenciesIn(tables: Tables): string[] {
  const table = tables.get(RATES);
  if (!table) return [];
  const codes = table.rows.map(({ cells }) => String(cells.currency));
  return [...new Set([rateMeasure(table).base, ...codes])].sort();
}
