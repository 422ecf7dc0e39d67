const LF = 10;
const QUOTE = 34;
const COMMA = 44;

/** The longest record: a quote that is never closed would gather the rest of any file. */
const LONGEST = 32 * 1024 * 1024;

const empty = new Uint8Array(0);
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Cuts the bytes of a CSV as our tables have it (UTF-8, commas, `\n`) into rows without making a string of any.
 * While `take` runs, the scanner stands on a row and can hash or read it; it makes no object per row.
 */
export class RowScanner {
  /** The row's number in the file, the first being 1. */
  number = 0;
  /** Where the row stands in `bytes`, without its line end. */
  bytes: Uint8Array = empty;
  start = 0;
  end = 0;
  /** The last hash made, 64 bits in two halves. */
  hash1 = 0;
  hash2 = 0;
  private view: DataView = new DataView(empty.buffer);
  private quoted = false;
  private carry: Uint8Array = empty;

  /** `take` is called for every row that is complete. */
  push(chunk: Uint8Array, take: () => void): void {
    this.stand(this.carry.length === 0 ? chunk : joined(this.carry, chunk));
    let from = 0;
    for (let end = this.lineEnd(from); end !== -1; end = this.lineEnd(from)) {
      this.row(from, end, take);
      from = end + 1;
    }
    if (this.bytes.length - from > LONGEST)
      throw new Error(
        `row ${this.number + 1} is longer than 32 MB: a quote is probably never closed`,
      );
    this.carry = this.bytes.slice(from);
  }

  /** Whether the file ended with a line end, as it should. */
  finish(take: () => void): boolean {
    if (this.carry.length === 0) return true;
    this.stand(this.carry);
    this.carry = empty;
    this.row(0, this.bytes.length, take);
    return false;
  }

  text(): string {
    return decoder.decode(this.bytes.subarray(this.start, this.end));
  }

  /** One cell as printed, quotes and all. */
  cell(column: number): string {
    const { bytes, end } = this;
    let from = this.start;
    let left = column;
    let odd = false;
    for (let at = from; ; at += 1) {
      const byte = bytes[at];
      if (byte === QUOTE) odd = !odd;
      if (at < end && (byte !== COMMA || odd)) continue;
      if (left === 0) return decoder.decode(bytes.subarray(from, at));
      if (at >= end) return '';
      left -= 1;
      from = at + 1;
    }
  }

  /** Hashes the row, or only its cells in the columns whose mark is 1. */
  hash(columns?: Uint8Array): void {
    this.hash1 = 0x2545f491;
    this.hash2 = 0x6a09e667;
    if (columns) this.hashCells(columns);
    else this.hashRange(this.start, this.end);
    this.hash1 = finished(this.hash1);
    this.hash2 = finished(this.hash2);
  }

  private row(start: number, end: number, take: () => void): void {
    this.number += 1;
    this.start = start;
    this.end = end;
    take();
  }

  private stand(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.quoted = bytes.indexOf(QUOTE) !== -1;
  }

  /** A line end with an odd number of quotes before it lies in a cell. */
  private lineEnd(from: number): number {
    let end = this.bytes.indexOf(LF, from);
    if (!this.quoted) return end;
    let odd = false;
    for (let at = from; end !== -1; end = this.bytes.indexOf(LF, end + 1)) {
      for (; at < end; at += 1) if (this.bytes[at] === QUOTE) odd = !odd;
      if (!odd) return end;
    }
    return -1;
  }

  private hashCells(columns: Uint8Array): void {
    const { bytes, end } = this;
    let from = this.start;
    let odd = false;
    let column = 0;
    const last = columns.lastIndexOf(1);
    for (let at = from; column <= last; at += 1) {
      const byte = bytes[at];
      if (byte === QUOTE) odd = !odd;
      if (at < end && (byte !== COMMA || odd)) continue;
      if (columns[column] === 1) this.hashRange(from, at);
      if (at >= end) return;
      column += 1;
      from = at + 1;
    }
  }

  /** Four bytes at a time; the length keeps `a,bc` apart from `ab,c`. */
  private hashRange(from: number, end: number): void {
    const { bytes, view } = this;
    let { hash1, hash2 } = this;
    let at = from;
    for (; at + 4 <= end; at += 4) {
      const word = view.getInt32(at, true);
      hash1 = Math.imul(hash1 ^ word, 0x9e3779b1);
      hash1 ^= hash1 >>> 15;
      hash2 = Math.imul(hash2 ^ word, 0x85ebca77);
      hash2 ^= hash2 >>> 13;
    }
    for (; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      hash1 = Math.imul(hash1 ^ byte, 0x01000193);
      hash2 = Math.imul(hash2 ^ byte, 0x5bd1e995);
    }
    this.hash1 = Math.imul(hash1 ^ (end - from), 0xc2b2ae3d);
    this.hash2 = Math.imul(hash2 ^ (end - from), 0x27d4eb2f);
  }
}

function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** A mark for each column: 1 where its name is among `names`. */
export function columnMarks(columns: string[], names: Iterable<string>): Uint8Array {
  const wanted = new Set(names);
  return Uint8Array.from(columns, (name) => (wanted.has(name) ? 1 : 0));
}
