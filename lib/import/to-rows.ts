import type { Resource } from '@/lib/table/descriptor';
import { ImportError, type Summary } from './figure';
import { FigureReader } from './figures';
import { recognise } from './formats';
import { findOwnHeader, OwnRows } from './own-rows';
import { type Chunks, type FileOptions, readFile } from './reading';
import { RowMaker } from './row-maker';

/** Rows of a table, their cells as its file writes them and in the order of its columns. */
export type RowBatch = {
  rows: string[][];
  /** Each row's record number in the file that it came from. */
  lines: number[];
  /** Rows that the file has without the figure that the table asks for. */
  withheld: string[][];
};

export type RowOptions = FileOptions & {
  /** Called with the rows of one piece of the file; the reader waits for a promise. */
  onRows: (batch: RowBatch) => void | Promise<void>;
};

/**
 * Reads a file as rows of one of our tables: the table's own columns in any order, or a publisher's figures by the
 * mapping's `columns`. What can't become a row is reported as a problem. The cells still go through `rowChecker`
 * of the table, which knows what they may hold; here it is settled only what they are.
 */
export function readRows(
  chunks: Chunks,
  resource: Resource,
  options: RowOptions,
): Promise<Summary> {
  return readFile(chunks, options, (start, report) => {
    const { columns } = start.mapping;
    const own = columns ? null : findOwnHeader(start, resource);
    if (own)
      return {
        found: own,
        reader: new OwnRows(own.layout.columns, resource, report, options.onRows),
      };
    const found = recognise(start);
    if (!columns) throw new ImportError(needsMapping(found.format.title, resource));
    const maker = new RowMaker(resource, columns, found.layout.marks, report);
    const reader = new FigureReader(found.layout, report, (figures) => {
      const batch = maker.rows(figures);
      if (batch.rows.length + batch.withheld.length > 0) return options.onRows(batch);
    });
    return { found, reader };
  });
}

const needsMapping = (title: string, { name }: Resource): string =>
  `${title}: a mapping must say which of its columns go into the table ${name}`;
