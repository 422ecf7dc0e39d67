import type { Field, Resource } from '@/lib/table/descriptor';
import { ImportError } from './figure';
import type { ColumnSource, Mapping } from './mapping';
import { snake, TAKEN } from './own-csv';

/** Whether a header is that of our tidy form, as a reader takes it away from `/import`. */
export const isTidyForm = (columns: string[]): boolean =>
  TAKEN.every((name) => columns.includes(name));

/** A publisher's mapping for what a reader took away of the publisher's file: the same columns, under tidy names. */
export function forTidy({ where, leave, columns, table, title }: Mapping): Mapping {
  return {
    ...{ title, table, as: 'tidy' },
    where: where && tidyNames(where),
    leave: leave && tidyNames(leave),
    columns: columns && Object.fromEntries(Object.entries(columns).map(tidySource)),
  };
}

const tidyNames = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([name, one]) => [snake(name), one]));

const tidySource = ([name, source]: [string, ColumnSource]): [string, ColumnSource] => [
  name,
  'from' in source ? { ...source, from: snake(source.from) } : source,
];

/** Without a mapping, columns go where they are named for; rows have the source that the keeper names. */
export function tidyMapping(resource: Resource, columns: string[], source?: string): Mapping {
  const filled = resource.schema.fields.flatMap((field): [string, ColumnSource][] => {
    const from = sourceOf(field, columns, source);
    return from ? [[field.name, from]] : [];
  });
  return { as: 'tidy', table: resource.name, columns: Object.fromEntries(filled) };
}

function sourceOf(
  { name, role, unit, constraints }: Field,
  columns: string[],
  source: string | undefined,
): ColumnSource | null {
  if (role === 'period') return { period: true };
  // A measure of the table's own name that states no unit is in the table's.
  if (role === 'measure')
    return { value: true, measure: name, ...(unit && { units: { '': unit } }) };
  if (role === 'source' && source !== undefined) return { is: source };
  if (name === 'unit') return { unit: true };
  if (name === 'status') return { status: true };
  if (columns.includes(name)) return { from: name };
  if (name === 'period_type') return { kind: true };
  if (!constraints?.required) return null;
  throw new ImportError(
    role === 'source' ? 'no row names a source: say which, --source ID' : `no column "${name}"`,
  );
}
