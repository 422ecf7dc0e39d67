import type { Layout } from './layout';
import type { ReadMapping } from './mapping';
import { readNumeral } from './numeral';
import { toPeriod } from './period-text';

export const roles = ['period', 'dimension', 'value', 'unit', 'factor', 'status', 'none'] as const;
export type Role = (typeof roles)[number];

export type Column = { name: string; role: Role; type: 'number' | 'period' | 'text' | 'empty' };

/** What each column of a file is read as by its layout, and what it holds by its first records. */
export function columnsRead(layout: Layout, sample: string[][]): Column[] {
  const found = new Map<number, Role>([
    ...layout.dimensions.map(({ place }) => [place, 'dimension'] as const),
    ...layout.period.map((place) => [place, 'period'] as const),
    ...layout.values.map(({ place }) => [place, 'value'] as const),
    ...layout.status.map((place) => [place, 'status'] as const),
    [layout.unit, 'unit'],
    [layout.factor, 'factor'],
  ]);
  return layout.columns.map((name, place) => ({
    name,
    role: found.get(place) ?? 'none',
    type: typeOf(sample, place, layout),
  }));
}

/** A guess for columns that no format knows: mostly periods, mostly numbers, or else what tells series apart. */
export function guessedColumns(columns: string[], sample: string[][]): Column[] {
  const found = columns.map((name, place): Column => {
    const cells = sample.map((cells) => cells[place] ?? '').filter((cell) => cell.trim() !== '');
    const share = (is: (cell: string) => boolean) => cells.filter(is).length / cells.length;
    if (cells.length === 0) return { name, role: 'none', type: 'empty' };
    if (share((cell) => toPeriod(cell) !== null) > 0.5)
      return { name, role: 'period', type: 'period' };
    const numeric = share((cell) => /^-?[\d.,\s]+$/.test(cell)) > 0.5;
    return numeric
      ? { name, role: 'value', type: 'number' }
      : { name, role: 'dimension', type: 'text' };
  });
  const period = found.findIndex(({ role }) => role === 'period');
  // Years are numbers too: only the first column of periods is taken for one.
  return found.map((column, place) =>
    column.role === 'period' && place !== period ? { ...column, role: 'value' } : column,
  );
}

function typeOf(
  sample: string[][],
  place: number,
  { period, marks, dates }: Layout,
): Column['type'] {
  const cells = sample.map((cells) => cells[place] ?? '').filter((cell) => cell.trim() !== '');
  if (cells.length === 0) return 'empty';
  const dated = period.includes(place) && cells.every((cell) => toPeriod(cell, dates) !== null);
  if (dated) return 'period';
  return cells.every((cell) => !Number.isNaN(readNumeral(cell, marks))) ? 'number' : 'text';
}

/** What a form asks of a table of no known publisher. */
export type Filled = {
  roles: Role[];
  layout: 'long' | 'across';
  prefix: string;
  unit: string;
  decimal: '.' | ',';
  group: '' | ',' | '.' | ' ';
  dates: '' | NonNullable<ReadMapping['dates']>;
};

const given = <K extends string, V>(key: K, value: V | '' | undefined) =>
  value === undefined || value === '' ? {} : ({ [key]: value } as Record<K, V>);

/** The mapping that a filled-in form stands for; what the form does not ask for stays as before. */
export function mappingOf(
  columns: string[],
  filled: Filled,
  before: ReadMapping = {},
): ReadMapping {
  const at = (role: Role) => columns.filter((_, place) => filled.roles[place] === role);
  const [unit] = at('unit');
  const [factor] = at('factor');
  const { header, missing } = before;
  const places =
    filled.layout === 'across'
      ? { across: given('prefix', filled.prefix) }
      : { period: at('period'), values: at('value') };
  return {
    ...given('header', header),
    ...given('missing', missing),
    ...places,
    dimensions: at('dimension'),
    ...given('unit', unit ? { column: unit } : filled.unit && { is: filled.unit }),
    ...given('factor', factor && { column: factor }),
    ...given('status', at('status')[0]),
    ...given('group', filled.group),
    ...given('dates', filled.dates),
    decimal: filled.decimal,
  };
}

/** What keeps a form from being read, in the order in which it is asked. */
export function mappingFault({ layout, roles }: Filled): 'period' | 'value' | null {
  if (layout === 'across') return null;
  if (!roles.includes('period')) return 'period';
  return roles.includes('value') ? null : 'value';
}
