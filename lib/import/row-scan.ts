const LF = 10;
const QUOTE = 34;
const COMMA = 44;

/** The longest record: a quote that is never closed would gather the rest of any file. */
const LONGEST = 32 * 1024 * 1024;

const empty = new Uint8Array(0);
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Columns that stand side by side: the first and the last of each run, in pairs. */
export type Runs = Int32Array;

/**
 * Cuts the bytes of a CSV as our tables have it (UTF-8, commas, `\n`) into rows and cells without making a string
 * of any. While `take` runs, the scanner stands on a row and can hash or read it; it makes no object per row.
 */
export class RowScanner {
  /** The row's number in the file, the first being 1. */
  number = 0;
  /** Where the row stands in `bytes`, without its line end. */
  bytes: Uint8Array = empty;
  start = 0;
  end = 0;
  /** How many cells the row has; the ends of the first of them. */
  cells = 0;
  readonly ends: Int32Array;
  /** The last hash made, 64 bits in two halves. */
  hash1 = 0;
  hash2 = 0;
  /** The same bytes, to be read in words. */
  view: DataView = new DataView(empty.buffer);
  private carry: Uint8Array = empty;

  /** Only cells of the first `columns` columns can be hashed and read one by one. */
  constructor(private readonly columns = 0) {
    this.ends = new Int32Array(columns);
  }

  /** `take` is called for every row that is complete. */
  push(chunk: Uint8Array, take: () => void): void {
    this.stand(this.carry.length === 0 ? chunk : this.endCarried(chunk, take));
    const from = this.cut(take);
    if (this.bytes.length - from > LONGEST)
      throw new Error(
        `row ${this.number + 1} is longer than 32 MB: a quote is probably never closed`,
      );
    this.carry = this.bytes.slice(from);
  }

  /** Whether the file ended with a line end, as it should. */
  finish(take: () => void): boolean {
    if (this.carry.length === 0) return true;
    this.stand(joined([this.carry, Uint8Array.of(LF)]));
    this.carry = empty;
    const length = this.bytes.length - 1;
    if (this.cut(take) === 0) this.row(0, length, 0, take);
    return false;
  }

  text(): string {
    return decoder.decode(this.bytes.subarray(this.start, this.end));
  }

  /** One cell as printed, quotes and all. */
  cell(column: number): string {
    return decoder.decode(this.bytes.subarray(this.startOf(column), this.endOf(column)));
  }

  startOf(column: number): number {
    if (column === 0) return this.start;
    return column < this.cells ? (this.ends[column - 1] as number) + 1 : this.end;
  }

  /** Cells beyond the last column belong to it: a row that has them is not the same as one without. */
  endOf(column: number): number {
    const inside = column < this.cells && column < this.columns - 1;
    return inside ? (this.ends[column] as number) : this.end;
  }

  hash(runs: Runs): void {
    this.hash1 = 0x2545f491;
    this.hash2 = 0x6a09e667;
    this.hashOn(runs);
  }

  /** Goes on from the last hash. */
  hashOn(runs: Runs): void {
    for (let at = 0; at < runs.length; at += 2) {
      const first = runs[at] as number;
      if (first >= this.cells) this.mixLength(-1);
      else this.hashRange(this.startOf(first), this.endOf(runs[at + 1] as number));
    }
    this.hash1 = finished(this.hash1);
    this.hash2 = finished(this.hash2);
  }

  /** Ends the row that the last chunk began and gives the rest of this one; all of both where it does not end. */
  private endCarried(chunk: Uint8Array, take: () => void): Uint8Array {
    const end = chunk.indexOf(LF) + 1;
    this.stand(joined([this.carry, chunk.subarray(0, end)]));
    if (end > 0 && this.cut(take) > 0) return chunk.subarray(end);
    return joined([this.carry, chunk]);
  }

  /** A line end or comma with an odd number of quotes before it lies in a cell. Returns where the rest begins. */
  private cut(take: () => void): number {
    const { bytes, ends, columns } = this;
    const { length } = bytes;
    let start = 0;
    let count = 0;
    let odd = false;
    for (let at = this.lowFrom(0); at < length; at = this.lowFrom(at + 1)) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) odd = !odd;
      else if (!odd && (byte === COMMA || byte === LF)) {
        if (count < columns) ends[count] = at;
        count += 1;
        if (byte === COMMA) continue;
        this.row(start, at, count, take);
        start = at + 1;
        count = 0;
      }
    }
    return start;
  }

  /** The next byte up to a comma, which letters and digits are not: four bytes are looked at together. */
  private lowFrom(from: number): number {
    const { bytes, view } = this;
    let at = from;
    for (const last = bytes.length - 4; at <= last; at += 4) {
      const word = view.getInt32(at, true);
      const low = (word - 0x2d2d2d2d) & ~word & 0x80808080;
      if (low !== 0) return at + ((31 - Math.clz32(low & -low)) >> 3);
    }
    while (at < bytes.length && (bytes[at] as number) > COMMA) at += 1;
    return at;
  }

  private row(start: number, end: number, cells: number, take: () => void): void {
    this.number += 1;
    this.start = start;
    this.end = end;
    this.cells = cells;
    take();
  }

  /** Always a plain Uint8Array: a Buffer among them makes every access to a byte dearer. */
  private stand({ buffer, byteOffset, length }: Uint8Array): void {
    this.bytes = new Uint8Array(buffer, byteOffset, length);
    this.view = new DataView(buffer, byteOffset, length);
  }

  /**
   * Four bytes at a time, the last four of them again where the length is no multiple; the length keeps `a,bc`
   * apart from `ab,c`.
   */
  private hashRange(from: number, end: number): void {
    const { bytes, view } = this;
    let { hash1, hash2 } = this;
    const length = end - from;
    const words = length >= 4 ? from + ((length + 3) & ~3) : from;
    for (let at = from; at < words; at += 4) {
      const word = view.getInt32(Math.min(at, end - 4), true);
      hash1 = Math.imul(hash1 ^ word, 0x9e3779b1);
      hash1 ^= hash1 >>> 15;
      hash2 = Math.imul(hash2 ^ word, 0x85ebca77);
      hash2 ^= hash2 >>> 13;
    }
    for (let at = words; at < end; at += 1) {
      const byte = bytes[at] as number;
      hash1 = Math.imul(hash1 ^ byte, 0x01000193);
      hash2 = Math.imul(hash2 ^ byte, 0x5bd1e995);
    }
    this.hash1 = hash1;
    this.hash2 = hash2;
    this.mixLength(length);
  }

  private mixLength(length: number): void {
    this.hash1 = Math.imul(this.hash1 ^ length, 0xc2b2ae3d);
    this.hash2 = Math.imul(this.hash2 ^ length, 0x27d4eb2f);
  }
}

/** Signed, so that it fits in a small integer. */
function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

export function joined(parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The columns whose name is among `names`. */
export function runsOf(columns: string[], names: Iterable<string>): Runs {
  const wanted = new Set(names);
  const runs: number[] = [];
  columns.forEach((name, place) => {
    if (!wanted.has(name)) return;
    if (runs.at(-1) === place - 1) runs[runs.length - 1] = place;
    else runs.push(place, place);
  });
  return Int32Array.from(runs);
}
