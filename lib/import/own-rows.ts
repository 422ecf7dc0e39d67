import type { Resource } from '@/lib/table/descriptor';
import type { ImportProblem } from './figure';
import { raggedFault } from './figures';
import type { Recognised, Start } from './format';
import { tidy } from './formats/tidy';
import { layoutOf } from './layout';
import type { BatchReader } from './reading';
import type { RecordBatch } from './records';
import type { RowBatch } from './to-rows';

/** The record with just the table's columns, in any order. */
export function findOwnHeader(start: Start, { schema }: Resource): Recognised | null {
  const names = new Set(schema.fields.map(({ name }) => name));
  const header = start.records
    .slice(0, 40)
    .findIndex(
      (cells) =>
        cells.length === names.size &&
        new Set(cells).size === names.size &&
        cells.every((cell) => names.has(cell)),
    );
  const columns = start.records[header];
  if (!columns) return null;
  return { format: tidy, header, layout: layoutOf(columns, {}), language: null, notes: [] };
}

/** Passes on records that are rows of the table already. */
export class OwnRows implements BatchReader {
  records = 0;
  figures = 0;
  left = 0;
  /** Where each column of the table stands in the file, `null` where all stand in order. */
  private readonly places: number[] | null;

  constructor(
    private readonly columns: string[],
    { schema }: Resource,
    private readonly report: (problem: ImportProblem) => void,
    private readonly sink: (batch: RowBatch) => void | Promise<void>,
  ) {
    const places = schema.fields.map(({ name }) => columns.indexOf(name));
    this.places = places.every((place, at) => place === at) ? null : places;
  }

  read({ line, records, faults }: RecordBatch): void | Promise<void> {
    const batch: RowBatch = { rows: [], lines: [], withheld: [] };
    for (let at = 0; at < records.length; at += 1) {
      const cells = records[at] as string[];
      const fault = faults?.get(at) ?? this.fault(cells);
      if (fault === 'blank') continue;
      this.records += 1;
      if (fault) this.report({ row: line + at, column: null, message: fault, refused: true });
      else {
        batch.rows.push(this.places ? this.places.map((place) => cells[place] ?? '') : cells);
        batch.lines.push(line + at);
      }
    }
    if (batch.rows.length > 0) return this.sink(batch);
  }

  end(): string[] {
    return [];
  }

  private fault(cells: string[]): string | null {
    if (cells.length === 1 && cells[0] === '' && this.columns.length > 1) return 'blank';
    if (cells.length !== this.columns.length) return raggedFault(this.columns.length, cells.length);
    return cells.every((cell, at) => cell === this.columns[at]) ? 'blank' : null;
  }
}
