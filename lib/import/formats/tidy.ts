import type { Resource } from '@/lib/table/descriptor';
import { type Format, findHeader, type Start, sampleUnder } from '../format';
import { dimensionsBut, layoutOf, type ValueColumn, valueAt } from '../layout';

/** Our own form: snake case, a column `period`, figures under `value` or in the measures of a known table. */
function find(start: Start) {
  const header = findHeader(
    start.records,
    (names) => names.includes('period') && names.every((name) => /^[a-z][a-z0-9_]*$/.test(name)),
  );
  const columns = start.records[header];
  if (!columns) return null;
  const table = tableOf(columns, start.tables);
  const values = table ? measuresOf(table, columns) : guessedValues(start, header, columns);
  if (values.length === 0) return null;
  const at = (name: string) => columns.indexOf(name);
  const apart = table ? attributesOf(table, columns) : [at('source_id'), at('period_as_printed')];
  const measure = table ? -1 : at('measure');
  const taken = [at('period'), measure, at('unit'), at('factor'), at('status'), ...apart];
  const places = values.map(({ place }) => place);
  const layout = layoutOf(columns, {
    period: [at('period')],
    dimensions: dimensionsBut(columns, [...taken, ...places]),
    values,
    measure,
    unit: at('unit'),
    factor: at('factor'),
    status: at('status') < 0 ? [] : [at('status')],
  });
  return { header, layout, language: null, notes: [] };
}

const tableOf = (columns: string[], tables: Resource[]): Resource | undefined =>
  tables.find(
    ({ schema }) =>
      schema.fields.length === columns.length &&
      schema.fields.every((field, place) => field.name === columns[place]),
  );

function measuresOf({ schema }: Resource, columns: string[]): ValueColumn[] {
  return schema.fields
    .filter(({ role }) => role === 'measure')
    .map(({ name, unit }) => valueAt(columns.indexOf(name), name, { unit: unit ?? null }));
}

const attributesOf = ({ schema }: Resource, columns: string[]): number[] =>
  schema.fields
    .filter(({ role }) => role === 'attribute' || role === 'source')
    .map(({ name }) => columns.indexOf(name));

/** `value`, or else every column whose cells are all numbers. */
function guessedValues({ records }: Start, header: number, columns: string[]): ValueColumn[] {
  const place = columns.indexOf('value');
  if (place >= 0) return [valueAt(place, 'value')];
  const sample = sampleUnder(records, header);
  return columns.flatMap((name, at) => {
    const cells = sample.map((record) => record[at] ?? '').filter((cell) => cell !== '');
    const numbers = cells.length > 0 && cells.every((cell) => /^-?\d+(\.\d+)?$/.test(cell));
    return numbers && name !== 'period' && name !== 'factor' ? [valueAt(at, name)] : [];
  });
}

export const tidy: Format = { id: 'tidy', title: 'Claimline’s own form', find };
