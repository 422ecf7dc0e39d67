import type { Field, Resource } from './descriptor';

type Bare = { name: string; title: string; fields: Field[]; primaryKey: string[] };

/** A table that no descriptor tells of: its columns and key, all else empty. */
export const bareResource = ({ name, title, fields, primaryKey }: Bare): Resource => ({
  ...{ name, title, description: '', path: `tables/${name}.csv` },
  ...{ type: 'table', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
  ...{ basis: '', limits: [], sources: [], licenses: [] },
  schema: { fields, primaryKey, missingValues: [''] },
});
