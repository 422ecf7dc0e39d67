import { columnNamed, selectRows, type Tables, tableNamed } from '@/lib/table/select';
import type { Quantity } from './claim';
import type { Evaluated, Place } from './evaluated';

type Rank = Extract<Quantity, { kind: 'rank' }>;

/** The values of the dimension, those to be left out too. */
export function listed({ table, where, dimension }: Rank['each'], tables: Tables): string[] {
  const from = tableNamed(tables, table);
  const { name } = columnNamed(from, dimension);
  return [...new Set(selectRows(from, where).map((row) => String(row.cells[name])))];
}

/** Evaluates every name of the dimension and sets them in order; equal values share the better place. */
export function rankEach(
  rank: Rank,
  evaluate: (name: string) => Evaluated,
  tables: Tables,
): Place[] {
  const { except = [] } = rank.each;
  const names = listed(rank.each, tables);
  const stray = except.find((name) => !names.includes(name));
  if (stray !== undefined) throw new Error(`"${rank.label}": "${stray}" is not in the list`);
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
