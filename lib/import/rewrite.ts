import { type Row, rowChecker } from '@/lib/table/check-row';
import { formatRecord, readRecord } from '@/lib/table/csv-records';
import type { Merge } from './merge';
import { joined, RowScanner, type Runs } from './row-scan';
import { periodOf, seriesShape } from './scope';

/** A cell revised or gone, or a run of rows added, as the log of changes keeps it. */
export type Change = {
  change: 'added' | 'revised' | 'gone';
  /** In the file as it was for a row gone, as it will be for the others; the header is 1. */
  row: number;
  rows?: number;
  key?: string;
  column?: string;
  before?: string;
  after?: string;
};

/** Rows that are alike in where their period starts, each with its line end. */
export type AddedRows = { start: number; rows: number; bytes: Uint8Array };

export type Rewriting = {
  merge: Merge;
  /** By their place in the table. */
  revised: Iterator<{ place: number; text: string }>;
  /** By their period. */
  added: Iterator<AddedRows>;
  /** Whether a row that no file has may be taken out: `covered` says whether a file speaks of it. */
  takeOut: (key: string, covered: boolean) => boolean;
  note: (change: Change) => void;
};

type Piece = Uint8Array;

/** So much, or so many pieces, goes out at a time. */
const PART = 256 * 1024;
const MOST_PIECES = 4096;

const encoder = new TextEncoder();

/** Takes in the rows that each file shares with the table: with them its scope is whole. */
export async function completeScopes(
  table: AsyncIterable<Uint8Array>,
  merge: Merge,
): Promise<void> {
  const scanner = new RowScanner(merge.columns.length);
  const take = () => {
    if (scanner.number === 1) return;
    const { file } = merge.seen(scanner.number - 2);
    if (file > 0) merge.files[file - 1]?.scope.take(scanner);
  };
  for await (const chunk of table) scanner.push(chunk, take);
}

/** The table as it will be: its rows where they stood, each new row before the first one of a later period. */
export async function* rewrite(
  table: AsyncIterable<Uint8Array>,
  rewriting: Rewriting,
): AsyncGenerator<Piece> {
  const writer = new Rewriter(rewriting);
  for await (const chunk of table) yield* writer.push(chunk);
  yield* writer.end();
}

class Rewriter {
  private readonly scanner: RowScanner;
  private readonly check: ReturnType<typeof rowChecker>;
  private readonly period: number;
  private readonly runs: Runs;
  private last = { hash1: -1, hash2: -1, start: 0 };
  private out: Piece[] = [];
  /** Rows that stay as they are, not put out yet: from here to the scanner's row, and where the last row ends. */
  private bytes: Uint8Array | null = null;
  private from = 0;
  private to = 0;
  /** The number of the last row put out. */
  private row = 0;
  private run: Change | null = null;
  private nextAdded: AddedRows | undefined;
  private nextRevised: { place: number; text: string } | undefined;

  constructor(private readonly rewriting: Rewriting) {
    const { merge, added, revised } = rewriting;
    this.scanner = new RowScanner(merge.columns.length);
    this.check = rowChecker(merge.resource, {});
    this.period = seriesShape(merge.resource).period;
    this.runs = Int32Array.of(this.period, this.period);
    this.nextAdded = next(added);
    this.nextRevised = next(revised);
  }

  push(chunk: Uint8Array): Piece[] {
    this.out = [];
    this.scanner.push(chunk, this.stand);
    this.flush(this.to);
    this.bytes = null;
    return this.out;
  }

  /** A file can bring millions of rows to a small table: they go out in parts. */
  *end(): Generator<Piece> {
    this.out = [];
    let length = 0;
    while (this.nextAdded) {
      length += this.nextAdded.bytes.length;
      this.add(this.nextAdded);
      if (length < PART && this.out.length < MOST_PIECES) continue;
      yield joined(this.out);
      this.out = [];
      length = 0;
    }
    this.endRun();
    yield joined(this.out);
  }

  /** The row that two chunks share stands in bytes of its own. */
  private readonly stand = (): void => {
    const { scanner } = this;
    if (this.bytes !== scanner.bytes) {
      this.flush(this.to);
      this.bytes = scanner.bytes;
      this.from = scanner.start;
    }
    this.take();
    this.to = scanner.end + 1;
  };

  private take(): void {
    const { scanner, rewriting } = this;
    if (scanner.number === 1) {
      this.row = 1;
      return;
    }
    if (this.nextAdded && this.period !== -1) this.addEarlier();
    const place = scanner.number - 2;
    if (this.nextRevised?.place === place) this.revise(this.nextRevised.text);
    else if (rewriting.merge.seen(place).file === 0 && this.isGone()) this.drop();
    else this.keep();
  }

  private keep(): void {
    this.row += 1;
    this.endRun();
  }

  private addEarlier(): void {
    const start = this.startOfRow();
    while (this.nextAdded && this.nextAdded.start < start) {
      this.flush(this.scanner.start);
      this.add(this.nextAdded);
    }
  }

  /** Rows of the same period mostly stand together: its text is read once for all of them. */
  private startOfRow(): number {
    const { scanner, last } = this;
    scanner.hash(this.runs);
    if (scanner.hash1 === last.hash1 && scanner.hash2 === last.hash2) return last.start;
    const start = periodOf(scanner.cell(this.period))?.start ?? Number.NEGATIVE_INFINITY;
    this.last = { hash1: scanner.hash1, hash2: scanner.hash2, start };
    return start;
  }

  private add({ rows, bytes }: AddedRows): void {
    this.out.push(bytes);
    if (this.run) this.run.rows = (this.run.rows ?? 0) + rows;
    else this.run = { change: 'added', row: this.row + 1, rows };
    this.row += rows;
    this.nextAdded = next(this.rewriting.added);
  }

  private endRun(): void {
    if (this.run) this.rewriting.note(this.run);
    this.run = null;
  }

  private revise(text: string): void {
    const { raw, key } = this.oldRow();
    const { cells } = readRecord(text);
    this.nextRevised = next(this.rewriting.revised);
    this.keep();
    if (this.rewriting.merge.options.keepSource && this.isConfirmed(raw, cells)) return;
    this.replace(encoder.encode(`${text}\n`));
    for (const [place, column] of this.rewriting.merge.columns.entries()) {
      const before = raw[place] ?? '';
      const after = cells[place] ?? '';
      if (before === after) continue;
      this.rewriting.note({ change: 'revised', row: this.row, key, column, before, after });
    }
  }

  /** A publisher who now writes 7.0 for 7 has revised nothing. */
  private isConfirmed(raw: string[], cells: string[]): boolean {
    const { merge } = this.rewriting;
    const same = merge.resource.schema.fields.every(({ role, type }, place) => {
      const [before = '', after = ''] = [raw[place], cells[place]];
      if (before === after || role === 'source') return true;
      return type === 'number' && before !== '' && after !== '' && Number(before) === Number(after);
    });
    const file = merge.files[merge.seen(this.scanner.number - 2).file - 1];
    if (same) file?.confirm();
    return same;
  }

  private isGone(): boolean {
    const { merge, takeOut } = this.rewriting;
    const covered = merge.files.some(({ scope }) => scope.covers(this.scanner));
    return takeOut(this.oldRow().key, covered);
  }

  private drop(): void {
    const { raw, key } = this.oldRow();
    this.replace(null);
    for (const [place, column] of this.rewriting.merge.columns.entries()) {
      const row = this.scanner.number;
      this.rewriting.note({ change: 'gone', row, key, column, before: raw[place] ?? '' });
    }
  }

  /** What is logged must lead back to the row as it stood, quotes and all. */
  private oldRow(): Row {
    const { scanner, rewriting } = this;
    const text = scanner.text();
    const { cells } = readRecord(text);
    const at = `${rewriting.merge.resource.path}: row ${scanner.number}`;
    if (formatRecord(cells) !== `${text}\n`) throw new Error(`${at}: quotes where none are needed`);
    return this.check(scanner.number, cells, (column, message) => {
      throw new Error(`${at}, ${column}: ${message}`);
    });
  }

  private replace(piece: Piece | null): void {
    this.flush(this.scanner.start);
    if (piece) this.out.push(piece);
    this.from = this.scanner.end + 1;
  }

  private flush(end: number): void {
    if (this.bytes && end > this.from) this.out.push(this.bytes.subarray(this.from, end));
    this.from = end;
  }
}

function next<T>(iterator: Iterator<T>): T | undefined {
  const { done, value } = iterator.next();
  return done ? undefined : value;
}
