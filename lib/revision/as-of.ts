import type { Change } from '@/lib/import/rewrite';
import { RowScanner } from '@/lib/import/row-scan';
import { type Tables, tableNamed } from '@/lib/table/select';
import type { Row } from '@/lib/table/table';
import { sha256 } from './hash';
import type { Revision } from './revisions';
import { undone } from './undo';

/** The state with a revision's name, or the last one of a day. */
export function stateAt(revisions: Revision[], name: string): Revision | undefined {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(name);
  return revisions.findLast(({ id, day }) => (isDay ? day <= name : id === name));
}

const text = (row: Row, column: string): string => String(row.cells[column] ?? '');

/** What one import changed in one table. */
function changesOf(tables: Tables, revision: string, table: string): Change[] {
  return tableNamed(tables, 'revision-changes')
    .rows.filter((row) => text(row, 'revision') === revision && text(row, 'table') === table)
    .map((row) => ({
      change: text(row, 'change') as Change['change'],
      row: Number(row.cells.row),
      rows: row.cells.rows === null ? undefined : Number(row.cells.rows),
      column: text(row, 'column'),
      before: text(row, 'before'),
    }));
}

/** A table's file was changed by hand: what the log knows does not lead back from it. */
export class HandChangedError extends Error {
  override name = 'HandChangedError';

  constructor(
    readonly table: string,
    readonly day: string,
  ) {
    super(`${table}: changed by hand after ${day}`);
  }
}

const placeOf = (revisions: Revision[], state: Revision): number =>
  revisions.findIndex(({ id }) => id === state.id);

/** The states after one, latest first. */
const back = (revisions: Revision[], state: Revision): Revision[] =>
  revisions.slice(placeOf(revisions, state) + 1).reverse();

/** The tables that imports after `state` changed. */
export const tablesSince = (revisions: Revision[], state: Revision): string[] => [
  ...new Set(back(revisions, state).flatMap(({ changes }) => changes.map(({ table }) => table))),
];

/**
 * A table's file as it was at `state`, from what it is now. Each step back is checked against the SHA-256 that the
 * import logged.
 */
export function fileAsOf(
  tables: Tables,
  revisions: Revision[],
  state: Revision,
  table: string,
  now: string,
): string {
  let file = now;
  for (const { id, day, changes } of back(revisions, state)) {
    const change = changes.find((one) => one.table === table);
    if (!change) continue;
    if (sha256(file) !== change.after) throw new HandChangedError(table, day);
    file = undone(file, changesOf(tables, id, table));
    if (sha256(file) !== change.before)
      throw new Error(`${table}: the log of ${id} does not lead back`);
  }
  return file;
}

/** The files of the tables that imports after `state` changed, as they were then. */
export async function filesAsOf(
  tables: Tables,
  revisions: Revision[],
  state: Revision,
  read: (table: string) => Promise<string>,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const table of tablesSince(revisions, state))
    files.set(table, fileAsOf(tables, revisions, state, table, await read(table)));
  return files;
}

/** A log as it was at a state: the lines of later revisions left out, the others to the byte. */
export function logAsOf(
  log: string,
  column: number,
  revisions: Revision[],
  state: Revision,
): string {
  const kept = new Set(revisions.slice(0, placeOf(revisions, state) + 1).map(({ id }) => id));
  const scanner = new RowScanner(column + 2);
  const lines: string[] = [];
  const take = () => {
    if (scanner.number === 1 || kept.has(scanner.cell(column))) lines.push(`${scanner.text()}\n`);
  };
  scanner.push(new TextEncoder().encode(log), take);
  scanner.finish(take);
  return lines.join('');
}
