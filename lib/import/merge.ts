import { cellChecker, checkHeader, type Known, type Row } from '@/lib/table/check-row';
import { formatRecord, readRecord } from '@/lib/table/csv-records';
import type { Resource } from '@/lib/table/descriptor';
import { NewPeriods } from './new-periods';
import { PeriodStarts } from './period-starts';
import { type Bounds, noPeriod, PlainRows } from './plain-rows';
import { RowIndex } from './row-index';
import { RowPlaces } from './row-places';
import { RowScanner, runsOf } from './row-scan';
import { type BytesAt, SameRows } from './same-rows';
import { Scope, seriesShape } from './scope';

/** What kept a row, or a cell, of a file out. */
export type Refusal = { file: string; row: number; column: string | null; message: string };

export type Sinks = {
  /** The row that the scanner stands on, to be written in the order of its period. */
  added: (period: Bounds, scanner: RowScanner) => void;
  /** With the number of the row in the table, the first under the header being 0. */
  revised: (place: number, scanner: RowScanner) => void;
  refused: (refusal: Refusal) => void;
  /** The bytes of the rows so far are about to be used again. */
  keep: () => void;
};

export type MergeOptions = {
  known?: Known;
  /** A row that differs by its source alone, or by how it writes a number, is the same: the file confirms it. */
  keepSource?: boolean;
};

const LF = 10;
const ALTERED = 0x80;
const MOST_FILES = ALTERED - 1;
const encoder = new TextEncoder();

/**
 * A table and the files brought to it. The table is first read into an index of hashes. Where a file repeats the
 * table, row after row, its bytes are compared with the table's; other rows are looked up by their hashes, and only
 * those that are new or changed are read and checked.
 */
export class Merge {
  readonly index: RowIndex;
  readonly files: FileMerge[] = [];
  /** Of the table's own rows; the rows of the index after them are added ones. */
  readonly places = new RowPlaces();
  readonly starts: PeriodStarts;
  readonly same: SameRows;
  readonly columns: string[];

  constructor(
    readonly resource: Resource,
    readonly sinks: Sinks,
    bytesAt: BytesAt,
    readonly options: MergeOptions = {},
  ) {
    const { fields, primaryKey } = resource.schema;
    this.columns = fields.map(({ name }) => name);
    const compared = fields.filter(({ role }) => role !== 'source').map(({ name }) => name);
    const kept = primaryKey.every((name) => compared.includes(name));
    const said = options.keepSource && kept ? compared : this.columns;
    const rest = said.filter((name) => !primaryKey.includes(name));
    const { runs, period } = seriesShape(resource);
    const periods = runsOf(this.columns, period === -1 ? [] : [this.columns[period] ?? '']);
    this.same = new SameRows(this.places, bytesAt);
    this.starts = new PeriodStarts(resource);
    const later = new NewPeriods(resource, this.starts);
    this.index = new RowIndex(runs, periods, runsOf(this.columns, rest), later);
  }

  get rows(): number {
    return this.places.size;
  }

  /** Takes the table's own file, piece by piece, and then `undefined`. */
  readonly table = () => {
    const scanner = new RowScanner(this.columns.length);
    const take = () => {
      const length = scanner.end - scanner.start + 1;
      if (scanner.number === 1) {
        this.checkHeader(scanner.text());
        this.places.addHeader(length);
        return;
      }
      this.index.add(scanner);
      this.places.add(length);
      this.starts.of(scanner);
    };
    return (chunk: Uint8Array | undefined) => {
      if (chunk) scanner.push(chunk, take);
      else if (!scanner.finish(take))
        throw new Error(`${this.resource.path}: no line end at its end`);
    };
  };

  file(name: string): FileMerge {
    if (this.files.length === MOST_FILES)
      throw new Error(`more than ${MOST_FILES} files for one table`);
    const file = new FileMerge(this, name, this.files.length + 1);
    this.files.push(file);
    return file;
  }

  checkHeader(text: string): void {
    const faults: string[] = [];
    checkHeader(this.resource.schema.fields, readRecord(text).cells, (column, message) =>
      faults.push(column ? `${column}: ${message}` : message),
    );
    if (faults.length > 0) throw new Error(`${this.resource.path}: ${faults.join('; ')}`);
  }

  /** The files whose rows the table's row is, and whether they say otherwise. */
  seen(place: number): { file: number; altered: boolean } {
    const mark = this.index.seenBy(place);
    return { file: mark & MOST_FILES, altered: mark >= ALTERED };
  }
}

/** One file of a merge. Rows come as bytes in the table's own form, or as cells in the order of its columns. */
export class FileMerge {
  read = 0;
  added = 0;
  unchanged = 0;
  revised = 0;
  refused = 0;
  /** Rows that the file has twice, word for word. */
  repeated = 0;
  readonly scope: Scope;
  private readonly scanner: RowScanner;
  private readonly plain: PlainRows;
  private readonly check: ReturnType<typeof cellChecker>;
  private lines: number[] | null = null;
  private buffer = new Uint8Array(0);
  private stride = 1;
  private first = 0;

  constructor(
    private readonly merge: Merge,
    readonly name: string,
    private readonly number: number,
  ) {
    this.scope = new Scope(seriesShape(merge.resource));
    this.scanner = new RowScanner(merge.columns.length);
    this.plain = new PlainRows(merge.resource);
    this.check = cellChecker(merge.resource, merge.options.known ?? {});
  }

  /** Where the table is repeated, row after row, nothing is read; else as much as was in vain before, and again. */
  bytes(chunk: Uint8Array): void {
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
    for (let at = 0; at < chunk.length; ) {
      const from = at + this.passSame(view, at);
      this.stride = from > at ? 1 : this.stride * 2;
      at = this.strideEnd(chunk, from);
      this.scanner.push(chunk.subarray(from, at), this.take);
    }
    this.merge.sinks.keep();
  }

  endBytes(): void {
    this.scanner.finish(this.take);
    this.merge.sinks.keep();
  }

  /** `lines` are the rows' numbers in the file that they come from. */
  cells(rows: string[][], lines: number[]): void {
    this.lines = lines;
    this.first = this.scanner.number + 1;
    this.bytes(this.encoded(rows.map(formatRecord).join('')));
  }

  /** In memory that is used again: an array for each would be gone later than there is room for. */
  private encoded(text: string): Uint8Array {
    const most = text.length * 3;
    if (this.buffer.length < most) this.buffer = new Uint8Array(most);
    return this.buffer.subarray(0, encoder.encodeInto(text, this.buffer).written);
  }

  /** Rows of which the file has no figure: it speaks of them, and so the table's own are gone. */
  withheld(rows: string[][]): void {
    const scanner = new RowScanner(this.merge.columns.length);
    scanner.push(encoder.encode(rows.map(formatRecord).join('')), () => this.scope.take(scanner));
  }

  /** What is wrong with a row before it can be brought here. */
  refuse(row: number, column: string | null, message: string): void {
    this.refused += 1;
    this.merge.sinks.refused({ file: this.name, row, column, message });
  }

  /** A row that was taken for revised says the same after all. */
  confirm(): void {
    this.revised -= 1;
    this.unchanged += 1;
  }

  /** Takes rows as they stand in the table, from the next one on, and says how long they are. */
  private passSame(view: DataView, at: number): number {
    const { merge, scanner } = this;
    const { index, places } = merge;
    const row = index.next;
    if (row >= merge.rows || !scanner.isBetween || scanner.number === 0) return 0;
    const end = index.seeUnseen(row, merge.same.endOf(row, view, at), this.number);
    index.next = end;
    scanner.pass(end - row);
    this.read += end - row;
    this.unchanged += end - row;
    return places.at(end) - places.at(row);
  }

  /** The end of the line that so many bytes end in, of all where there is nothing to repeat. */
  private strideEnd(chunk: Uint8Array, from: number): number {
    const { index, rows } = this.merge;
    if (index.next >= rows) return chunk.length;
    return chunk.indexOf(LF, from + this.stride - 1) + 1 || chunk.length;
  }

  private line(): number {
    const { lines, scanner } = this;
    return lines ? (lines[scanner.number - this.first] ?? scanner.number) : scanner.number;
  }

  private readonly take = (): void => {
    const { merge, scanner } = this;
    if (!this.lines && scanner.number === 1) return;
    if (scanner.start === scanner.end && merge.columns.length > 1) return;
    this.read += 1;
    const { row, same } = merge.index.find(scanner);
    const mark = row === -1 ? 0 : merge.index.seenBy(row);
    if (row === -1) this.takeNew();
    else if (mark !== 0) this.takeAgain(same && mark < ALTERED);
    else if (same) this.takeSame(row);
    else this.takeRevised(row);
  };

  private takeSame(place: number): void {
    this.unchanged += 1;
    this.merge.index.see(place, this.number);
  }

  private takeAgain(same: boolean): void {
    if (same) this.repeated += 1;
    else this.refuse(this.line(), null, 'a row before it has the same key and says otherwise');
  }

  private takeNew(): void {
    const { merge, scanner } = this;
    const period = this.checked();
    if (!period) return;
    this.added += 1;
    const { index } = merge;
    index.see(index.addFound(), this.number);
    this.scope.add(index.series1, index.series2, period === noPeriod ? null : period);
    merge.sinks.added(period, scanner);
  }

  /** A refused row does not make the table's own go: the file has it. */
  private takeRevised(place: number): void {
    const { merge, scanner } = this;
    const period = this.checked();
    merge.index.see(place, this.number | (period ? ALTERED : 0));
    if (!period) return;
    this.revised += 1;
    merge.sinks.revised(place, scanner);
  }

  private checked(): Bounds | null {
    const known = this.plain.check(this.scanner);
    if (known) return known;
    const row = this.readRow(this.scanner.text());
    if (!row) return null;
    const period = row.period ?? noPeriod;
    this.plain.learn(this.scanner, period);
    return period;
  }

  private readRow(text: string): Pick<Row, 'period'> | null {
    // Files put one after the other bring it again.
    if (text === this.merge.columns.join()) {
      this.read -= 1;
      return null;
    }
    const { cells, fault } = readRecord(text);
    const wanted = this.merge.columns.length;
    const ragged =
      cells.length === wanted ? null : `expected ${wanted} cells, found ${cells.length}`;
    const problems: [string | null, string][] = [];
    const told = fault ?? ragged;
    if (told) problems.push([null, told]);
    const row = told
      ? null
      : this.check(cells, (column, message) => problems.push([column, message]));
    for (const [column, message] of problems) {
      this.merge.sinks.refused({ file: this.name, row: this.line(), column, message });
    }
    if (problems.length > 0) this.refused += 1;
    return problems.length > 0 ? null : row;
  }
}
