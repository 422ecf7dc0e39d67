import type { Change } from '@/lib/import/rewrite';
import { RowScanner } from '@/lib/import/row-scan';
import { formatRecord, readRecord } from '@/lib/table/csv-records';

function linesOf(text: string): string[] {
  const scanner = new RowScanner();
  const lines: string[] = [];
  const take = () => lines.push(scanner.text());
  scanner.push(new TextEncoder().encode(text), take);
  scanner.finish(take);
  return lines;
}

/** Cells by row and column. */
function cellsOf(changes: Change[], kind: Change['change']): Map<number, Map<string, string>> {
  const rows = new Map<number, Map<string, string>>();
  for (const { change, row, column, before = '' } of changes) {
    if (change !== kind || column === undefined) continue;
    rows.set(row, (rows.get(row) ?? new Map()).set(column, before));
  }
  return rows;
}

function addedRows(changes: Change[]): Set<number> {
  const rows = new Set<number>();
  for (const { change, row, rows: count = 1 } of changes) {
    if (change === 'added') for (let at = row; at < row + count; at += 1) rows.add(at);
  }
  return rows;
}

function unrevised(line: string, columns: string[], cells: Map<string, string>): string {
  const { cells: now } = readRecord(line);
  return formatRecord(now.map((cell, at) => cells.get(columns[at] ?? '') ?? cell));
}

/** A table's file as it was before an import, from the file after it and what the import changed. */
export function undone(text: string, changes: Change[]): string {
  const [header = '', ...lines] = linesOf(text);
  const columns = readRecord(header).cells;
  const added = addedRows(changes);
  const revised = cellsOf(changes, 'revised');
  const gone = cellsOf(changes, 'gone');
  const out = [`${header}\n`];
  const putBack = () => {
    for (let cells = gone.get(out.length + 1); cells; cells = gone.get(out.length + 1)) {
      const row = cells;
      out.push(formatRecord(columns.map((name) => row.get(name) ?? '')));
    }
  };
  for (const [at, line] of lines.entries()) {
    putBack();
    if (added.has(at + 2)) continue;
    const cells = revised.get(at + 2);
    out.push(cells ? unrevised(line, columns, cells) : `${line}\n`);
  }
  putBack();
  return out.join('');
}
