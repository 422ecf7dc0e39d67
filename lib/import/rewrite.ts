import { type Row, rowChecker } from '@/lib/table/check-row';
import { formatRecord, readRecord } from '@/lib/table/csv-records';
import type { Merge } from './merge';
import { joined, RowScanner } from './row-scan';

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

/** Rows that are alike in where their period starts, each with its line end. The bytes are good until the next. */
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

/** Takes the next piece of a file and is done with it when it returns. */
export type Put = (piece: Uint8Array) => void;

const encoder = new TextEncoder();
const empty = new Uint8Array(0);

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

/** Puts the table as it will be: its rows where they stood, each new row before the first one of a later period. */
export async function rewrite(
  table: AsyncIterable<Uint8Array>,
  rewriting: Rewriting,
  put: Put,
): Promise<void> {
  const writer = new Rewriter(rewriting, put);
  for await (const chunk of table) writer.push(chunk);
  writer.end();
}

class Rewriter {
  private readonly scanner: RowScanner;
  private readonly check: ReturnType<typeof rowChecker>;
  /** What is there of the table: from where on it has not gone out, and where in the table it begins. */
  private bytes: Uint8Array = empty;
  private from = 0;
  private position = 0;
  /** The next row of the table to stay or go, the first being 0. */
  private place = 0;
  /** The next row that no file had. */
  private unseen = -1;
  /** The number of the last row put out. */
  private row = 1;
  private run: Change | null = null;
  private nextAdded: AddedRows | undefined;
  private nextRevised: { place: number; text: string } | undefined;

  constructor(
    private readonly rewriting: Rewriting,
    private readonly put: Put,
  ) {
    const { merge, added, revised } = rewriting;
    this.scanner = new RowScanner(merge.columns.length);
    this.check = rowChecker(merge.resource, {});
    this.nextAdded = next(added);
    this.nextRevised = next(revised);
  }

  /** Rows that stay as they are go out unread; of one that is not there to its end the beginning is kept. */
  push(chunk: Uint8Array): void {
    const { places } = this.rewriting.merge;
    this.bytes = this.bytes.length === 0 ? chunk : joined([this.bytes, chunk]);
    this.from = 0;
    const end = this.position + this.bytes.length;
    let place = this.nextPlace();
    while (places.at(place + 1) <= end) {
      this.stand(place);
      place = this.nextPlace();
    }
    const rest = Math.min(end, places.at(place)) - this.position;
    this.flush(rest);
    this.bytes = this.bytes.slice(rest);
    this.position += rest;
  }

  end(): void {
    this.keepUpTo(this.rewriting.merge.rows);
    while (this.nextAdded) this.add(this.nextAdded);
    this.endRun();
  }

  /** The next row to be read: each, while there are rows to add before a later period, else one revised or unseen. */
  private nextPlace(): number {
    const { index, rows, starts } = this.rewriting.merge;
    if (this.nextAdded && this.nextAdded.start < starts.latest) return this.place;
    if (this.unseen < this.place) this.unseen = Math.min(rows, index.unseenFrom(this.place));
    return Math.min(this.unseen, this.nextRevised?.place ?? rows);
  }

  private stand(place: number): void {
    const { scanner, rewriting } = this;
    const { merge } = rewriting;
    const [start, end] = [merge.places.at(place), merge.places.at(place + 1)];
    this.keepUpTo(place);
    scanner.push(this.bytes.subarray(start - this.position, end - this.position), () => {});
    this.addEarlier(start - this.position);
    if (this.nextRevised?.place === place) this.revise(this.nextRevised.text);
    else if (merge.seen(place).file === 0 && this.isGone()) this.drop();
    else this.keep();
    this.place = place + 1;
  }

  private keepUpTo(place: number): void {
    if (place === this.place) return;
    this.row += place - this.place;
    this.place = place;
    this.endRun();
  }

  private keep(): void {
    this.row += 1;
    this.endRun();
  }

  private addEarlier(at: number): void {
    const { starts } = this.rewriting.merge;
    if (!this.nextAdded || this.nextAdded.start >= starts.latest) return;
    const start = starts.of(this.scanner);
    while (this.nextAdded && this.nextAdded.start < start) {
      this.flush(at);
      this.add(this.nextAdded);
    }
  }

  private add({ rows, bytes }: AddedRows): void {
    this.put(bytes);
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
    const file = merge.files[merge.seen(this.place).file - 1];
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
      const row = this.place + 2;
      this.rewriting.note({ change: 'gone', row, key, column, before: raw[place] ?? '' });
    }
  }

  /** What is logged must lead back to the row as it stood, quotes and all. */
  private oldRow(): Row {
    const { scanner, rewriting } = this;
    const text = scanner.text();
    const { cells } = readRecord(text);
    const row = this.place + 2;
    const at = `${rewriting.merge.resource.path}: row ${row}`;
    if (formatRecord(cells) !== `${text}\n`) throw new Error(`${at}: quotes where none are needed`);
    return this.check(row, cells, (column, message) => {
      throw new Error(`${at}, ${column}: ${message}`);
    });
  }

  private replace(piece: Uint8Array | null): void {
    const { places } = this.rewriting.merge;
    this.flush(places.at(this.place) - this.position);
    if (piece) this.put(piece);
    this.from = places.at(this.place + 1) - this.position;
  }

  private flush(end: number): void {
    if (end > this.from) this.put(this.bytes.subarray(this.from, end));
    this.from = end;
  }
}

function next<T>(iterator: Iterator<T>): T | undefined {
  const { done, value } = iterator.next();
  return done ? undefined : value;
}
