import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { realCatalog, tableIn } from '@/lib/data-fixture';
import { mapping as schema } from './mapping';

/** Every mapping kept for a publisher, and every sample of one, fits the tables as they are. */

const kept = ['data/imports', 'lib/import/samples/mappings'].flatMap((folder) =>
  readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [`${folder}/${name}`] : [])),
);

for (const file of kept)
  test(`${file} fills each column that its table asks for, from a source of ours`, async () => {
    const {
      table = '',
      columns = {},
      as,
      update,
    } = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const catalog = await realCatalog();
    const { fields } = tableIn(catalog, table).resource.schema;
    const wanted = fields.flatMap(({ name, constraints }) => (constraints?.required ? [name] : []));
    const filled = Object.keys(columns);
    expect(filled).toEqual(expect.arrayContaining(wanted));
    expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(filled));
    const source = columns.source_id;
    const id = source && 'is' in source ? source.is : '';
    const { rows } = tableIn(catalog, 'sources');
    expect(rows.map(({ cells }) => cells.source_id)).toContain(id);
    expect(as).toBeDefined();
    if (update) expect(new URL(update.url).protocol).toBe('https:');
  });
