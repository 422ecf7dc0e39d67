import { formatRecord, guarded } from '@/lib/table/csv-records';
import type { Row, Table } from '@/lib/table/table';
import { answerOf } from './answer';
import type { ClaimResult } from './result';
import type { ClaimRow } from './rows';

const csv = (records: string[][]): string => records.map(formatRecord).join('');

/** One row a claim. The columns are a promise. */
export function claimsCsv(results: ClaimResult[]): string {
  const header = [
    'id',
    'quote',
    'paragraph',
    'topic',
    'verdict',
    'readings_held',
    'readings',
    'answer',
    'text',
  ];
  const lines = results.map((result) => {
    const { claim, verdict, held, words } = result;
    return [
      claim.id,
      guarded(claim.quote),
      String(claim.paragraph ?? ''),
      claim.topic,
      verdict,
      String(held),
      String(words.length),
      guarded(answerOf(result)),
      claim.text.id,
    ];
  });
  return csv([header, ...lines]);
}

const rolesNamed = ({ resource }: Table, row: Row, role: string): string =>
  resource.schema.fields
    .flatMap((field, index) => {
      const text = row.raw[index] ?? '';
      return field.role === role && text !== '' ? [`${field.name}=${text}`] : [];
    })
    .join('; ');

/** A line for each figure of a row: rows of several tables share no columns but these. */
function figures({ table, row, readings, drawn }: ClaimRow): string[][] {
  const { name, schema } = table.resource;
  const measures = schema.fields.flatMap((field, index) =>
    field.role === 'measure' && row.raw[index] !== ''
      ? [{ field, text: row.raw[index] ?? '' }]
      : [],
  );
  const shared = [name, row.key, row.period?.text ?? '', rolesNamed(table, row, 'dimension')];
  const used = [readings.join(' '), drawn ? 'yes' : 'no'];
  const source = String(row.cells.source_id ?? '');
  const attributes = rolesNamed(table, row, 'attribute');
  const figure = measures.length > 0 ? measures : [{ field: null, text: '' }];
  return figure.map(({ field, text }) => {
    const unit = field?.unit ?? row.cells.unit ?? row.cells.currency ?? '';
    return [
      ...shared,
      field?.name ?? '',
      text,
      field ? String(unit) : '',
      ...used,
      attributes,
      source,
    ];
  });
}

/** How many rows the CSV of a claim has: one for each figure. */
export const claimRowsCount = (rows: ClaimRow[]): number => rows.flatMap(figures).length;

/** Every figure behind a claim, the inputs of its readings marked by the readings' numbers. */
export function claimRowsCsv(rows: ClaimRow[]): string {
  const header = [
    'table',
    'row',
    'period',
    'dimensions',
    'measure',
    'value',
    'unit',
    'readings',
    'in_chart',
    'attributes',
    'source_id',
  ];
  const lines = rows.flatMap(figures);
  return csv([
    header,
    ...lines.map((line) => line.map((text, place) => (place === 5 ? text : guarded(text)))),
  ]);
}
