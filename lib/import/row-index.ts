import type { NewPeriods } from './new-periods';
import type { RowScanner, Runs } from './row-scan';

/** Per row: two halves of the hash of what the row says, two of its key's. */
const WIDTH = 4;

/** Rows are kept in parts of so many: none is copied when the table grows. */
const PART_BITS = 16;
const PART = 1 << PART_BITS;

/** Slots are filled up to this share, and then made anew: four times as many, or twice where they are many. */
const FULL = 0.7;
const LARGE = 1 << 21;
const LEAST = 1024;

/**
 * The rows of a table in 17 bytes each and 7 to 28 more for the look-up: hashes of 64 bits and who has seen the
 * row. Two rows of ten million share a hash by chance once in 400,000 such tables.
 */
export class RowIndex {
  size = 0;
  private readonly parts: Int32Array[] = [];
  private seen = new Uint8Array(1024);
  /**
   * The first rows by key, open addressing; the others join them when a row is looked for that is neither the next
   * nor of a later period. Most look-ups end at the tags, a byte of each key's hash or 0: they lie in a processor's
   * cache, which the rows and their numbers outgrow.
   */
  private tags = new Uint8Array(LEAST);
  private slots = new Int32Array(LEAST);
  private linked = 0;
  /** The row after the one that was found last. */
  next = 0;
  /** How far apart the last two rows found stood, where the two before stood as far: a series in turn. */
  private step = 0;
  private even = false;
  /** The hash of the series of the row that was hashed last: its key less the period. */
  series1 = 0;
  series2 = 0;
  private key1 = 0;
  private key2 = 0;
  private said1 = 0;
  private said2 = 0;

  /** `rest`: the columns that a row is compared by besides those of its key. */
  constructor(
    private readonly series: Runs,
    private readonly period: Runs,
    private readonly rest: Runs,
    private readonly later: NewPeriods,
  ) {}

  /** Adds the row that the scanner stands on. */
  add(scanner: RowScanner): void {
    this.hash(scanner);
    this.append();
  }

  /** Adds the row that was looked for last and not found. */
  addFound(): number {
    return this.append();
  }

  /**
   * The number of the row with the same key as the one that the scanner stands on, -1 where there is none. Files
   * mostly come in the order of the table, so the row after the last one found is tried first, whole, and then, where
   * each series comes in turn, the one as far on as the last.
   */
  find(scanner: RowScanner): { row: number; same: boolean } {
    this.hash(scanner);
    let row = this.next;
    if (row >= this.size || !this.isKey(row)) row = this.stepped();
    if (row === -1) row = this.isFirst(scanner) ? -1 : this.withKey();
    this.found.row = row;
    this.found.same = row !== -1 && this.isSaid(row);
    if (row !== -1) this.stand(row);
    return this.found;
  }

  private stand(row: number): void {
    const step = row + 1 - this.next;
    this.even = step === this.step;
    this.step = step;
    this.next = row + 1;
  }

  /** The row as far from the last as that was from the one before, or -1. */
  private stepped(): number {
    const row = this.next - 1 + this.step;
    return this.even && row >= 0 && row < this.size && this.isKey(row) ? row : -1;
  }

  /** One object for all answers: there are millions. */
  private readonly found = { row: -1, same: false };

  /** The number of the file that had the row, 0 for none. */
  seenBy(row: number): number {
    return this.seen[row] ?? 0;
  }

  see(row: number, file: number): void {
    this.seen[row] = file;
  }

  /** Marks rows one after the other, up to one that a file had; says which. */
  seeUnseen(row: number, end: number, file: number): number {
    let at = row;
    for (; at < end && this.seen[at] === 0; at += 1) this.seen[at] = file;
    return at;
  }

  /** The first row from a place on that no file had; `size` where all had. */
  unseenFrom(row: number): number {
    const found = this.seen.indexOf(0, row);
    return found === -1 ? this.size : Math.min(found, this.size);
  }

  /** A row's bytes are read once for all three. */
  private hash(scanner: RowScanner): void {
    scanner.hash(this.series);
    this.series1 = scanner.hash1;
    this.series2 = scanner.hash2;
    scanner.hashOn(this.period);
    this.key1 = scanner.hash1;
    this.key2 = scanner.hash2;
    scanner.hashOn(this.rest);
    this.said1 = scanner.hash1;
    this.said2 = scanner.hash2;
  }

  private append(): number {
    const row = this.size;
    const at = (row & (PART - 1)) * WIDTH;
    if (at === 0) this.parts.push(new Int32Array(PART * WIDTH));
    if (row === this.seen.length) this.growSeen();
    const part = this.partOf(row);
    part[at] = this.said1;
    part[at + 1] = this.said2;
    part[at + 2] = this.key1;
    part[at + 3] = this.key2;
    this.size += 1;
    return row;
  }

  private partOf(row: number): Int32Array {
    return this.parts[row >>> PART_BITS] as Int32Array;
  }

  private isSaid(row: number): boolean {
    const part = this.partOf(row);
    const at = (row & (PART - 1)) * WIDTH;
    return part[at] === this.said1 && part[at + 1] === this.said2;
  }

  private isKey(row: number): boolean {
    const part = this.partOf(row);
    const at = (row & (PART - 1)) * WIDTH;
    return part[at + 2] === this.key1 && part[at + 3] === this.key2;
  }

  private isFirst(scanner: RowScanner): boolean {
    return this.later.isFirst(scanner, this.key1, this.key2);
  }

  private withKey(): number {
    if (this.linked < this.size) this.link();
    const { tags, slots, key1 } = this;
    const tag = tagOf(this.key2);
    const mask = tags.length - 1;
    for (let at = key1 & mask; tags[at] !== 0; at = (at + 1) & mask) {
      const row = slots[at] as number;
      if (tags[at] === tag && this.isKey(row)) return row;
    }
    return -1;
  }

  private link(): void {
    let { length } = this.tags;
    while (this.size > length * FULL) length *= length < LARGE ? 4 : 2;
    if (length > this.tags.length) {
      this.tags = new Uint8Array(length);
      this.slots = new Int32Array(length);
      this.linked = 0;
    }
    while (this.linked < this.size) this.linkPart();
  }

  /** The rows not linked yet of one part. */
  private linkPart(): void {
    const { tags, slots, linked } = this;
    const part = this.partOf(linked);
    const first = linked & -PART;
    const mask = tags.length - 1;
    this.linked = Math.min(this.size, first + PART);
    for (let row = linked; row < this.linked; row += 1) {
      const from = (row - first) * WIDTH;
      let at = (part[from + 2] as number) & mask;
      while (tags[at] !== 0) at = (at + 1) & mask;
      tags[at] = tagOf(part[from + 3] as number);
      slots[at] = row;
    }
  }

  private growSeen(): void {
    const seen = new Uint8Array(this.seen.length * 2);
    seen.set(this.seen);
    this.seen = seen;
  }
}

const tagOf = (key2: number): number => key2 & 0xff || 1;
