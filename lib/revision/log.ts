import type { Change } from '@/lib/import/rewrite';
import { formatRecord } from '@/lib/table/csv-records';

export type LoggedTable = {
  table: string;
  file: string;
  before: string;
  after: string;
  added: number;
  revised: number;
  gone: number;
};

type State = { created: string; revision: string; previous: string };

/** The lines of `revisions.csv` for one import: one for each table. */
export function importLines({ created, revision, previous }: State, tables: LoggedTable[]): string {
  return tables
    .map(({ table, file, before, after, added, revised, gone }) =>
      formatRecord([
        ...[created.slice(0, 10), created, revision, previous, 'import', table, guarded(file)],
        ...[before, after, String(added), String(revised), String(gone)],
      ]),
    )
    .join('');
}

/** The line for a state that was made by hand. */
export const byHandLine = ({ created, revision, previous }: State, note: string): string =>
  formatRecord([
    ...[created.slice(0, 10), created, revision, previous, 'by-hand', '', guarded(note)],
    ...['', '', '', '', ''],
  ]);

/** A file may be called what a spreadsheet would run. */
const guarded = (name: string): string => (/^[=+\-@\t\r]/.test(name) ? `./${name}` : name);

/** A line of `revision-changes.csv` without its first cell, the revision: it is known only when all is written. */
export function changeLine(table: string, change: Change): string {
  const { row, rows, key = '', column = '', before = '', after = '' } = change;
  return formatRecord([
    ...[table, change.change, String(row), rows === undefined ? '' : String(rows)],
    ...[key, column, before, after],
  ]);
}
