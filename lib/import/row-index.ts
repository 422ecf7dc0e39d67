import type { RowScanner, Runs } from './row-scan';

/** Per row: two halves of the hash of what the row says, two of its key's. */
const WIDTH = 4;

/** Rows are kept in parts of so many: none is copied when the table grows. */
const PART_BITS = 16;
const PART = 1 << PART_BITS;

/** Slots are filled up to this share, and then made anew: four times as many, or twice where they are many. */
const FULL = 0.7;
const LARGE = 1 << 21;

const noTags = new Uint8Array(0);

/**
 * The rows of a table in 17 bytes each and 7 to 28 more for the look-up: hashes of 64 bits and who has seen the
 * row. Two rows of ten million share a hash by chance once in 400,000 such tables.
 */
export class RowIndex {
  size = 0;
  private readonly parts: Int32Array[] = [];
  private seen = new Uint8Array(1024);
  /**
   * Rows by key, open addressing, made when a row is first looked for out of turn. Most look-ups end at the tags, a
   * byte of each key's hash or 0: they lie in a processor's cache, which the rows and their numbers outgrow.
   */
  private tags = noTags;
  private slots = new Int32Array(0);
  /** The slot for the key that was not found. */
  private free = 0;
  private next = 0;
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
  ) {}

  /** Adds the row that the scanner stands on. */
  add(scanner: RowScanner): void {
    this.hash(scanner);
    this.tags = noTags;
    this.append();
  }

  /** Adds the row that was looked for last and not found. */
  addFound(): number {
    const row = this.append();
    this.fill(this.free, row, this.key2);
    const { length } = this.slots;
    if (this.size > length * FULL) this.makeSlots(length < LARGE ? length * 4 : length * 2);
    return row;
  }

  /**
   * The number of the row with the same key as the one that the scanner stands on, -1 where there is none. Files
   * mostly come in the order of the table, so the row after the last one found is tried first, whole.
   */
  find(scanner: RowScanner): { row: number; same: boolean } {
    this.hash(scanner);
    let row = this.next;
    if (row >= this.size || !this.isKey(row)) row = this.withKey();
    this.found.row = row;
    this.found.same = row !== -1 && this.isSaid(row);
    if (row !== -1) this.next = row + 1;
    return this.found;
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

  private withKey(): number {
    if (this.tags.length === 0) this.makeSlots(1024);
    const { tags, slots, key1 } = this;
    const tag = tagOf(this.key2);
    const mask = tags.length - 1;
    let at = key1 & mask;
    for (; tags[at] !== 0; at = (at + 1) & mask) {
      const row = slots[at] as number;
      if (tags[at] === tag && this.isKey(row)) return row;
    }
    this.free = at;
    return -1;
  }

  private makeSlots(least: number): void {
    let length = least;
    while (this.size > length * FULL) length *= 2;
    this.tags = new Uint8Array(length);
    this.slots = new Int32Array(length);
    for (let row = 0; row < this.size; row += PART) this.link(row);
  }

  /** The rows of one part. */
  private link(first: number): void {
    const { tags } = this;
    const part = this.partOf(first);
    const mask = tags.length - 1;
    const end = Math.min(PART, this.size - first) * WIDTH;
    for (let from = 0; from < end; from += WIDTH) {
      let at = (part[from + 2] as number) & mask;
      while (tags[at] !== 0) at = (at + 1) & mask;
      this.fill(at, first + from / WIDTH, part[from + 3] as number);
    }
  }

  private fill(slot: number, row: number, key2: number): void {
    this.tags[slot] = tagOf(key2);
    this.slots[slot] = row;
  }

  private growSeen(): void {
    const seen = new Uint8Array(this.seen.length * 2);
    seen.set(this.seen);
    this.seen = seen;
  }
}

const tagOf = (key2: number): number => key2 & 0xff || 1;
