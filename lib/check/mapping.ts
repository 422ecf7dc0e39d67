import type { Catalog } from '@/lib/catalog';
import type { ColumnSource, Mapping } from '@/lib/import/mapping';
import { didYouMean } from '@/lib/nearest';
import type { Field } from '@/lib/table/descriptor';
import { checkColumn, checkTable } from './quantity';
import { type Report, unreadIn } from './report';

/** The texts that a mapping itself puts into a column. */
function textsOf(source: ColumnSource): string[] {
  if ('is' in source) return [source.is];
  return 'values' in source ? Object.values(source.values ?? {}) : [];
}

/** The texts that the column may hold; undefined where any will do. */
function allowedIn({ role, constraints }: Field, { tables }: Catalog): string[] | undefined {
  if (role !== 'source') return constraints?.enum;
  return tables.get('sources')?.rows.map(({ cells }) => String(cells.source_id));
}

/** Checks a publisher's mapping against the table that it fills. */
export function checkMapping(
  { table: name, columns, update }: Mapping,
  catalog: Catalog,
  report: Report,
): void {
  if (update && !update.url.startsWith('https:'))
    report('update.url', `must begin with https:, found ${JSON.stringify(update.url)}`);
  if (name === undefined) report('table', 'missing: names the table that the mapping fills');
  if (name === undefined || !columns) return;
  const { tables } = catalog;
  const table = checkTable(name, 'table', { tables, unread: unreadIn(catalog), report });
  if (!table) return;
  for (const column of Object.keys(columns)) checkColumn(table, column, 'columns', report);
  for (const field of table.resource.schema.fields) {
    const source = columns[field.name];
    if (!source && field.constraints?.required)
      report('columns', `nothing fills the column "${field.name}", which must not be empty`);
    const allowed = allowedIn(field, catalog);
    for (const text of source && allowed ? textsOf(source) : [])
      if (!allowed?.includes(text))
        report(
          `columns.${field.name}`,
          `${name} has no such value "${text}"${didYouMean(text, allowed ?? [])}`,
        );
  }
}
