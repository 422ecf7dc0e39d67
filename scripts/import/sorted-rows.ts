import { openSync } from 'node:fs';
import path from 'node:path';
import { closeFile, readInto, writeWhole } from './disk';
import { RowBlock, type Sorted } from './row-block';

/** So many bytes are sorted in memory; more goes to the disk in sorted runs that are merged when read. */
const IN_MEMORY = 4 * 1024 * 1024;

/** What is read at a time from each run. */
const PIECE = 256 * 1024;

/**
 * Rows in order of two numbers, however many: those that are alike in both stay in the order in which they came,
 * and come out together. Rows that come in order make one run, unsorted.
 */
export class SortedRows {
  private readonly rows = new RowBlock();
  private readonly runs: Run[] = [];

  constructor(
    private readonly folder: string,
    private readonly name: string,
    private readonly inMemory = IN_MEMORY,
  ) {}

  /** The row is a piece of `bytes`, with its line end, that stays as it is until `keep`. */
  push(first: number, second: number, bytes: Uint8Array, from: number, end: number): void {
    this.rows.add(first, second, bytes, from, end, 1);
    if (this.rows.length > this.inMemory) this.spill();
  }

  /** The bytes of the rows pushed are about to be used again. */
  keep(): void {
    this.rows.keep();
  }

  /** Each piece of rows is good until the next one is asked for. */
  *[Symbol.iterator](): Generator<Sorted> {
    const sources: Iterator<Sorted>[] = this.runs.map((run) => run[Symbol.iterator]());
    sources.push(this.rows.sorted().groups());
    const heads = sources.map((source) => source.next());
    for (;;) {
      let least = -1;
      for (const [at, head] of heads.entries()) {
        const best = heads[least];
        if (!head.done && (!best || best.done || compare(head.value, best.value) < 0)) least = at;
      }
      const head = heads[least];
      if (!head || head.done) return;
      yield head.value;
      heads[least] = (sources[least] as Iterator<Sorted>).next();
    }
  }

  close(): void {
    for (const run of this.runs) run.close();
  }

  private spill(): void {
    const rows = this.rows.sorted();
    const last = this.runs.at(-1);
    if (last?.takes(rows)) last.add(rows);
    else {
      const file = path.join(this.folder, `${this.name}-${this.runs.length}.run`);
      this.runs.push(new Run(file, rows));
    }
    this.rows.clear();
  }
}

type Numbers = Pick<Sorted, 'first' | 'second'>;

/** No subtraction: two infinities would give NaN. */
const compare = (a: Numbers, b: Numbers): number =>
  ascending(a.first, b.first) || ascending(a.second, b.second);

const ascending = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorted rows in a file, block after block. */
class Run {
  private readonly descriptor: number;
  private last: Numbers;
  private length = 0;
  private buffer = new ArrayBuffer(PIECE);

  constructor(
    private readonly file: string,
    rows: RowBlock,
  ) {
    this.descriptor = openSync(file, 'wx+');
    this.last = rows.at(0);
    this.add(rows);
  }

  /** Whether the rows go on where the run ends. */
  takes(rows: RowBlock): boolean {
    return compare(this.last, rows.at(0)) <= 0;
  }

  add(rows: RowBlock): void {
    for (const piece of rows.pieces(PIECE)) {
      writeWhole(this.descriptor, piece, this.file);
      this.length += piece.length;
    }
    this.last = rows.at(rows.size - 1);
  }

  *[Symbol.iterator](): Generator<Sorted> {
    for (let position = 0; position < this.length; ) {
      const length = this.read(position, 4).readUInt32LE(0);
      // Doubled, or pieces that grow little by little would each take memory anew.
      if (length > this.buffer.byteLength) this.buffer = new ArrayBuffer(length * 2);
      yield* RowBlock.from(this.read(position + 4, length)).groups();
      position += 4 + length;
    }
  }

  close(): void {
    closeFile(this.descriptor, this.file);
  }

  private read(position: number, length: number): Buffer {
    const bytes = Buffer.from(this.buffer, 0, length);
    const read = readInto(this.descriptor, bytes, position, this.file);
    if (read !== length) throw new Error(`${this.file} ends early, at ${position + read}`);
    return bytes;
  }
}
