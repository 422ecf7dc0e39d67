import { selectRows, type Tables, tableNamed } from '@/lib/table/select';
import type { Quantity } from './claim';
import type { Evaluated, Place } from './evaluated';

type Rank = Extract<Quantity, { kind: 'rank' }>;

/** Evaluates every name of the dimension and sets them in order; equal values share the better place. */
export function rankEach(
  rank: Rank,
  evaluate: (name: string) => Evaluated,
  tables: Tables,
): Place[] {
  const { table, where, dimension, except = [] } = rank.each;
  const rows = selectRows(tableNamed(tables, table), where);
  const names = [...new Set(rows.map((row) => String(row.cells[dimension])))];
  const values = names
    .filter((name) => !except.includes(name))
    .map((name) => ({ name, value: evaluate(name) }));
  const sign = rank.order === 'highest-first' ? -1 : 1;
  const key = (value: Evaluated) => sign * (value.value ?? Number.NaN);
  return values
    .map(({ name, value }) => ({
      name,
      value,
      place: 1 + values.filter((other) => key(other.value) < key(value)).length,
    }))
    .sort((a, b) => a.place - b.place);
}
