import { bareResource } from './bare-resource';
import type { Field, Resource } from './descriptor';
import { parseTableText, TableError } from './table';

type Column = Pick<Field, 'name' | 'type' | 'role' | 'constraints'>;

const required = { required: true };

export const columns = {
  period: { name: 'period', type: 'string', role: 'period', constraints: required },
  partner: { name: 'partner', type: 'string', role: 'dimension', constraints: required },
  flow: {
    name: 'flow',
    type: 'string',
    role: 'dimension',
    constraints: { required: true, enum: ['exports', 'imports'] },
  },
  value: { name: 'value', type: 'number', role: 'measure' },
  note: { name: 'note', type: 'string', role: 'attribute' },
  periodType: { name: 'period_type', type: 'string', role: 'attribute' },
  source: { name: 'source_id', type: 'string', role: 'source', constraints: required },
} as const satisfies Record<string, Column>;

/** A table for tests: its name, columns and primary key. */
export const resourceOf = (name: string, columns: Column[], primaryKey: string[]): Resource =>
  bareResource({
    ...{ name, title: '', primaryKey },
    fields: columns.map((column) => ({ ...column, title: column.name })),
  });

/** The table `period,partner,value`, keyed by the first two. */
export const trade = resourceOf(
  'trade',
  [columns.period, columns.partner, columns.value],
  ['period', 'partner'],
);

export async function tableError(reading: Promise<unknown>): Promise<TableError> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof TableError) return error;
    throw error;
  }
  throw new Error('the table was read without an error');
}

/** What is wrong with the text, a line each. */
export async function faults(
  resource: Resource,
  text: string,
  sources?: Set<string>,
): Promise<string[]> {
  const error = await tableError(parseTableText(resource, text, { sources }));
  return error.message.split('\n');
}
