import { type Tables, tableNamed } from '@/lib/table/select';
import type { Row } from '@/lib/table/table';

/** What an import did to one table, in rows. */
type TableChange = { table: string; added: number; revised: number; gone: number };

/** A state of the data, as `data/revisions.csv` keeps it. */
export type Revision = {
  id: string;
  previous: string | null;
  day: string;
  created: string;
  kind: 'import' | 'by-hand';
  /** What a state made by hand is about. */
  note: string | null;
  changes: TableChange[];
};

const text = (row: Row, column: string): string => String(row.cells[column] ?? '');
const count = (row: Row, column: string): number => Number(row.cells[column] ?? 0);

function changeOf(row: Row): Revision['changes'][number] {
  return {
    table: text(row, 'table'),
    added: count(row, 'rows_added'),
    revised: count(row, 'rows_revised'),
    gone: count(row, 'rows_gone'),
  };
}

const revisionOf = (row: Row): Revision => ({
  id: text(row, 'revision'),
  previous: text(row, 'previous') || null,
  day: text(row, 'period'),
  created: text(row, 'created'),
  kind: row.cells.kind === 'import' ? 'import' : 'by-hand',
  note: row.cells.kind === 'import' ? null : text(row, 'file') || null,
  changes: [],
});

/** All recorded states, earliest first; an import of several tables is one state. */
export function revisionsOf(tables: Tables): Revision[] {
  const revisions = new Map<string, Revision>();
  for (const row of tableNamed(tables, 'revisions').rows) {
    const revision = revisions.get(text(row, 'revision')) ?? revisionOf(row);
    revisions.set(revision.id, revision);
    if (row.cells.table !== null) revision.changes.push(changeOf(row));
  }
  return [...revisions.values()];
}

/** The latest state that may differ for one who reads these tables: by an import into one of them, or by hand. */
export const lastTouching = (
  revisions: Revision[],
  tables: ReadonlySet<string>,
): Revision | undefined =>
  revisions.findLast(
    ({ kind, changes }) => kind === 'by-hand' || changes.some(({ table }) => tables.has(table)),
  );

/** The recorded state before the present one; one that no line records was made after the last. */
export function stateBefore(revisions: Revision[], present: string): Revision | undefined {
  const at = revisions.findIndex(({ id }) => id === present);
  return at === -1 ? revisions.at(-1) : revisions[at - 1];
}
