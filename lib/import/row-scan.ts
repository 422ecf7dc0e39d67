const LF = 10;
const QUOTE = 34;
const COMMA = 44;

/** The longest record: a quote that is never closed would gather the rest of any file. */
const LONGEST = 32 * 1024 * 1024;

/** What a hash begins with, in two halves. */
const SEED1 = 0x2545f491;
const SEED2 = 0x6a09e667;

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
  /** The hashes of those cells, two halves each. */
  private readonly hashes: Int32Array;
  /** The last hash made, 64 bits in two halves. */
  hash1 = 0;
  hash2 = 0;
  /** The same bytes, to be read in words. */
  view: DataView = new DataView(empty.buffer);
  private carry: Uint8Array = empty;

  /** Only cells of the first `columns` columns can be hashed and read one by one. */
  constructor(private readonly columns = 0) {
    this.ends = new Int32Array(columns);
    this.hashes = new Int32Array(columns * 2);
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

  /** Whether it stands between two rows: the last one has come to its end. */
  get isBetween(): boolean {
    return this.carry.length === 0;
  }

  /** Counts rows that it does not see. */
  pass(rows: number): void {
    this.number += rows;
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
    this.hash1 = SEED1;
    this.hash2 = SEED2;
    this.hashOn(runs);
  }

  /** Goes on from the last hash. A cell that the row does not have is not the same as an empty one. */
  hashOn(runs: Runs): void {
    const { hashes, cells } = this;
    let { hash1, hash2 } = this;
    for (let at = 0; at < runs.length; at += 2) {
      const end = (runs[at + 1] as number) + 1;
      for (let column = runs[at] as number; column < end; column += 1) {
        const there = column < cells;
        hash1 = mixed1(hash1, there ? (hashes[column * 2] as number) : -1);
        hash2 = mixed2(hash2, there ? (hashes[column * 2 + 1] as number) : -1);
      }
    }
    this.hash1 = finished(hash1);
    this.hash2 = finished(hash2);
  }

  /** Ends the row that the last chunk began and gives the rest of this one; all of both where it does not end. */
  private endCarried(chunk: Uint8Array, take: () => void): Uint8Array {
    const end = chunk.indexOf(LF) + 1;
    this.stand(joined([this.carry, chunk.subarray(0, end)]));
    if (end > 0 && this.cut(take) > 0) return chunk.subarray(end);
    return joined([this.carry, chunk]);
  }

  /**
   * A line end or comma with an odd number of quotes before it lies in a cell. Returns where the rest begins. Cells
   * are hashed on the way, in words that end with four bytes or a low one: that hangs on their text alone.
   */
  private cut(take: () => void): number {
    const { view, ends, columns } = this;
    const lastWord = view.byteLength - 4;
    let start = 0;
    let count = 0;
    let odd = false;
    let hash1 = SEED1;
    let hash2 = SEED2;
    for (let at = 0; ; at += 1) {
      let word = at <= lastWord ? view.getInt32(at, true) : this.endWord(at);
      let low = lowOf(word);
      for (; low === 0; low = lowOf(word)) {
        if (at > lastWord) return start;
        hash1 = mixed1(hash1, word);
        hash2 = mixed2(hash2, word);
        at += 4;
        word = at <= lastWord ? view.getInt32(at, true) : this.endWord(at);
      }
      const shift = (31 - Math.clz32(low & -low)) & 24;
      const part = word & (-1 >>> (24 - shift));
      hash1 = mixed1(hash1, part);
      hash2 = mixed2(hash2, part);
      at += shift >> 3;
      const byte = (word >>> shift) & 0xff;
      if (byte === QUOTE) odd = !odd;
      if (odd || (byte !== COMMA && byte !== LF)) continue;
      if (count < columns) ends[count] = at;
      count += 1;
      if (byte === COMMA && count >= columns) continue;
      this.keepHash(Math.min(count, columns) - 1, hash1, hash2);
      hash1 = SEED1;
      hash2 = SEED2;
      if (byte === COMMA) continue;
      this.row(start, at, count, take);
      start = at + 1;
      count = 0;
    }
  }

  private keepHash(column: number, hash1: number, hash2: number): void {
    if (column < 0) return;
    this.hashes[column * 2] = hash1;
    this.hashes[column * 2 + 1] = hash2;
  }

  /** The last bytes, fewer than four, with letters after them. */
  private endWord(from: number): number {
    let word = 0x7f7f7f7f;
    for (let at = this.bytes.length - 1; at >= from; at -= 1)
      word = (word << 8) | (this.bytes[at] as number);
    return word;
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
}

/** The lowest bit that is set belongs to the first byte up to a comma, which letters and digits are not. */
const lowOf = (word: number): number => (word - 0x2d2d2d2d) & ~word & 0x80808080;

function mixed1(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function mixed2(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x85ebca77);
  return mixed ^ (mixed >>> 13);
}

/** Signed, so that it fits in a small integer. */
function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

export function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
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
