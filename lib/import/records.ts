import Papa from 'papaparse';
import type { Delimiter } from './delimiter';
import { ImportError } from './figure';

/** Some records of a file, one after the other. A blank line is a record with one empty cell. */
export type RecordBatch = {
  /** The first one's number in the file. */
  line: number;
  records: string[][];
  /** What is wrong with a record's quotes, by its place in `records`. */
  faults: Map<number, string> | null;
};

/** The longest record: a quote that is never closed would gather the rest of any file. */
const LONGEST = 32 * 1024 * 1024;

/**
 * Cuts text into records as pieces of it come. Papa needs the line end told: it would guess anew for every piece.
 * `\n` serves for CRLF too, whose `\r` is dropped from a record's last cell.
 */
export class RecordCutter {
  private line = 1;
  private pending = '';
  /** No second try before so much text is there: else a long cell would be searched once for every piece. */
  private wanted = 0;

  constructor(
    private readonly delimiter: Delimiter,
    private readonly newline: '\n' | '\r',
  ) {}

  push(text: string): RecordBatch {
    this.pending = this.pending === '' ? text : this.pending + text;
    if (this.pending.length < this.wanted) return this.batch([], []);
    return this.cut(false);
  }

  end(): RecordBatch {
    return this.cut(true);
  }

  private cut(last: boolean): RecordBatch {
    const { delimiter, newline, pending } = this;
    const parser = new Papa.Parser({ delimiter, newline });
    const { data, errors, meta } = parser.parse(pending, 0, !last);
    this.pending = last ? '' : pending.slice(meta.cursor);
    if (last && endsInLineEnd(pending, newline) && isBlank(data.at(-1))) data.pop();
    this.wanted = this.pending.length * 2;
    if (this.pending.length > LONGEST) throw new ImportError(tooLong(this.line + data.length));
    return this.batch(data, errors);
  }

  private batch(records: string[][], errors: Papa.ParseError[]): RecordBatch {
    const { line } = this;
    this.line += records.length;
    if (this.newline === '\n') dropReturns(records);
    return { line, records, faults: errors.length === 0 ? null : faultsOf(errors, records.length) };
  }
}

/** What follows the last line end is no record, unless it has text. */
const endsInLineEnd = (text: string, newline: string): boolean =>
  text === '' || text.endsWith(newline);

const isBlank = (cells: string[] | undefined): boolean => cells?.length === 1 && cells[0] === '';

const tooLong = (line: number): string =>
  `record ${line} is longer than 32 MB: a quote in it is probably never closed`;

function dropReturns(records: string[][]): void {
  for (const cells of records) {
    const last = cells.length - 1;
    const cell = cells[last];
    if (cell !== undefined && cell.charCodeAt(cell.length - 1) === 13) {
      cells[last] = cell.slice(0, -1);
    }
  }
}

/** Of a record that is not complete yet, Papa can't tell what is wrong. */
function faultsOf(errors: Papa.ParseError[], count: number): Map<number, string> {
  const faults = new Map<number, string>();
  for (const { row, code } of errors) {
    if (row === undefined || row >= count) continue;
    const fault =
      code === 'MissingQuotes'
        ? 'a quoted cell is never closed'
        : 'a quote that neither closes a cell nor is doubled';
    if (!faults.has(row)) faults.set(row, fault);
  }
  return faults;
}
