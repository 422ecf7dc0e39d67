import type { Catalog } from '@/lib/catalog';
import { didYouMean } from '@/lib/nearest';
import { revisionsOf } from '@/lib/revision/revisions';
import { atom, feedRevisions } from '@/lib/share/feed';
import type { Row, Table } from '@/lib/table/table';
import { made, type Report } from './report';

/** Checks the logs of imports: their names exist, and the feed can print them. */

const cell = (row: Row, column: string): string => String(row.cells[column] ?? '');

function checkNames(log: Table, known: Record<string, ReadonlySet<string>>, report: Report): void {
  for (const row of log.rows)
    for (const [column, names] of Object.entries(known)) {
      const name = cell(row, column);
      if (name !== '' && !names.has(name))
        report(
          `row ${row.line}, ${column}`,
          `nothing is named "${name}"${didYouMean(name, names)}`,
        );
    }
}

export function checkRevisions(
  { descriptor, tables }: Catalog,
  report: (file: string) => Report,
): void {
  const log = tables.get('revisions');
  const changes = tables.get('revision-changes');
  if (!log || !changes) return;
  const own = report(log.resource.path);
  const table = new Set(descriptor.resources.map(({ name }) => name));
  const revision = new Set(log.rows.map((row) => cell(row, 'revision')));
  checkNames(log, { table }, own);
  for (const row of log.rows)
    if (Number.isNaN(Date.parse(cell(row, 'created'))))
      own(`row ${row.line}, created`, `not a time: "${cell(row, 'created')}"`);
  checkNames(changes, { table, revision }, report(changes.resource.path));
  const { created } = descriptor;
  made(
    () =>
      atom({
        created,
        claims: [],
        moves: [],
        revisions: feedRevisions(revisionsOf(tables), String),
      }),
    own,
    'feed',
  );
}
