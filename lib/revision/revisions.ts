import { type Tables, tableNamed } from '@/lib/table/select';
import type { Row } from '@/lib/table/table';

/** What an import did to one table, in rows. */
export type TableChange = { table: string; added: number; revised: number; gone: number };

/** A state of the data, as `data/revisions.csv` keeps it. */
export type Revision = {
  id: string;
  previous: string | null;
  day: string;
  created: string;
  kind: 'import' | 'by-hand';
  changes: (TableChange & { file: string; before: string; after: string })[];
};

const text = (row: Row, column: string): string => String(row.cells[column] ?? '');
const count = (row: Row, column: string): number => Number(row.cells[column] ?? 0);

function changeOf(row: Row): Revision['changes'][number] {
  return {
    table: text(row, 'table'),
    file: text(row, 'file'),
    before: text(row, 'sha256_before'),
    after: text(row, 'sha256_after'),
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

export type Between = {
  /** The recorded state that was asked for. */
  from: Revision;
  /** The imports since, earliest first. */
  imports: Revision[];
  /** What they did to each table, added up: a row revised twice counts twice. */
  tables: TableChange[];
  /** Description, claims or a table were changed by hand too, which no row counts tell. */
  byHand: boolean;
};

function addedUp(imports: Revision[]): TableChange[] {
  const sums = new Map<string, TableChange>();
  for (const { table, added, revised, gone } of imports.flatMap(({ changes }) => changes)) {
    const sum = sums.get(table) ?? { table, added: 0, revised: 0, gone: 0 };
    sums.set(table, {
      table,
      added: sum.added + added,
      revised: sum.revised + revised,
      gone: sum.gone + gone,
    });
  }
  return [...sums.values()];
}

/** What has changed from one state to another; `null` where the first is not recorded, or is the later one. */
export function changesBetween(revisions: Revision[], from: string, to: string): Between | null {
  const start = revisions.findIndex(({ id }) => id === from);
  const recorded = revisions.findIndex(({ id }) => id === to);
  const end = recorded === -1 ? revisions.length - 1 : recorded;
  const first = revisions[start];
  if (!first || start > end) return null;
  const since = revisions.slice(start + 1, end + 1);
  const linked = since.every(({ previous }, place) => previous === revisions[start + place]?.id);
  const imports = since.filter(({ kind }) => kind === 'import');
  const byHand = !linked || imports.length < since.length || (recorded === -1 && from !== to);
  return { from: first, imports, tables: addedUp(imports), byHand };
}
