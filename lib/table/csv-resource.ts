import type { Resource } from './descriptor';

type Csv = Pick<Resource, 'name' | 'title' | 'path'> & { schema: object };

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A CSV as the descriptor of a Data Package (v2) names it. */
export async function csvResource(
  { name, title, path, schema }: Csv,
  csv: Uint8Array<ArrayBuffer>,
) {
  return {
    ...{ name, title, path },
    ...{ type: 'table', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
    bytes: csv.length,
    hash: `sha256:${hex(await crypto.subtle.digest('SHA-256', csv))}`,
    schema: { ...schema, missingValues: [''] },
  };
}
