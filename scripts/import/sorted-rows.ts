import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Two numbers to sort by, and a text. */
export type Sorted = { first: number; second: number; text: string };

/** So much text is sorted in memory; more goes to the disk in sorted runs that are merged when read. */
const IN_MEMORY = 8 * 1024 * 1024;
const HEAD = 20;

/** Rows in order, however many: those that are alike in both numbers stay in the order in which they came. */
export class SortedRows {
  private rows: Sorted[] = [];
  private length = 0;
  private readonly runs: Run[] = [];

  constructor(
    private readonly folder: string,
    private readonly name: string,
    private readonly inMemory = IN_MEMORY,
  ) {}

  push(first: number, second: number, text: string): void {
    this.rows.push({ first, second, text });
    this.length += text.length + 64;
    if (this.length > this.inMemory) this.spill();
  }

  *[Symbol.iterator](): Generator<Sorted> {
    const sources: Iterator<Sorted>[] = this.runs.map((run) => run[Symbol.iterator]());
    sources.push(this.sorted()[Symbol.iterator]());
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

  private sorted(): Sorted[] {
    return this.rows.sort(compare);
  }

  private spill(): void {
    const file = path.join(this.folder, `${this.name}-${this.runs.length}.run`);
    this.runs.push(new Run(file, this.sorted()));
    this.rows = [];
    this.length = 0;
  }
}

/** No subtraction: two infinities would give NaN. */
const compare = (a: Sorted, b: Sorted): number =>
  ascending(a.first, b.first) || ascending(a.second, b.second);

const ascending = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorted rows in a file: two doubles, the length of the text, the text. */
class Run {
  private readonly descriptor: number;

  constructor(file: string, rows: Sorted[]) {
    this.descriptor = openSync(file, 'wx+');
    let parts: Buffer[] = [];
    for (const [at, { first, second, text }] of rows.entries()) {
      const body = Buffer.from(text);
      const head = Buffer.allocUnsafe(HEAD);
      head.writeDoubleLE(first, 0);
      head.writeDoubleLE(second, 8);
      head.writeUInt32LE(body.length, 16);
      parts.push(head, body);
      if (at % 4096 !== 4095) continue;
      writeSync(this.descriptor, Buffer.concat(parts));
      parts = [];
    }
    if (parts.length > 0) writeSync(this.descriptor, Buffer.concat(parts));
  }

  *[Symbol.iterator](): Generator<Sorted> {
    let buffer: Buffer = Buffer.alloc(0);
    let at = 0;
    let position = 0;
    const have = (length: number): boolean => {
      if (buffer.length - at >= length) return true;
      const more = Buffer.allocUnsafe(Math.max(length, 128 * 1024));
      const read = readSync(this.descriptor, more, 0, more.length, position);
      position += read;
      buffer = Buffer.concat([buffer.subarray(at), more.subarray(0, read)]);
      at = 0;
      return buffer.length >= length;
    };
    while (have(HEAD)) {
      const first = buffer.readDoubleLE(at);
      const second = buffer.readDoubleLE(at + 8);
      const length = buffer.readUInt32LE(at + 16);
      at += HEAD;
      have(length);
      yield { first, second, text: buffer.toString('utf8', at, at + length) };
      at += length;
    }
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
