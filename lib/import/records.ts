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
    if (newline === '\n' && pending.includes('\r')) dropReturns(data, pending, delimiter);
    this.pending = last ? '' : pending.slice(meta.cursor);
    if (last && endsInLineEnd(pending, newline) && isBlank(data.at(-1))) data.pop();
    this.wanted = Math.min(this.pending.length * 2, LONGEST + 1);
    if (this.pending.length > LONGEST) throw new ImportError(tooLong(this.line + data.length));
    return this.batch(data, errors);
  }

  private batch(records: string[][], errors: Papa.ParseError[]): RecordBatch {
    const { line } = this;
    this.line += records.length;
    return { line, records, faults: errors.length === 0 ? null : faultsOf(errors, records.length) };
  }
}

/** What follows the last line end is no record, unless it has text. */
const endsInLineEnd = (text: string, newline: string): boolean =>
  text === '' || text.endsWith(newline);

const isBlank = (cells: string[] | undefined): boolean => cells?.length === 1 && cells[0] === '';

const tooLong = (line: number): string =>
  `record ${line} is longer than 32 MB: a quote in it is probably never closed`;

/** The return before a line feed, which Papa leaves on a bare last cell. */
function dropReturns(records: string[][], text: string, delimiter: string): void {
  // Only a quoted cell can end in a return of its own, and hardly any does.
  const texts = text.includes('\r"') ? recordTexts(text, delimiter) : null;
  for (let at = 0; at < records.length; at += 1) {
    const cells = records[at] as string[];
    const last = cells.length - 1;
    const cell = cells[last] ?? '';
    if (cell.charCodeAt(cell.length - 1) !== 13) continue;
    if (!texts || texts[at]?.endsWith(`${cell}\n`)) cells[last] = cell.slice(0, -1);
  }
}

function recordTexts(text: string, delimiter: string): string[] {
  const texts: string[] = [];
  let from = 0;
  const step: Papa.ParseConfig['step'] = ({ meta: { cursor } }) => {
    texts.push(text.slice(from, cursor));
    from = cursor;
  };
  new Papa.Parser({ delimiter, newline: '\n', step }).parse(text, 0, false);
  return texts;
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
