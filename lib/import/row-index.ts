import type { RowScanner, Runs } from './row-scan';

/** Per row: two halves of the hash of what the row says, two of its key's. */
const WIDTH = 4;

/**
 * The rows of a table in 17 bytes each and 12 to 24 more for the look-up: hashes of 64 bits and who has seen the
 * row. Two rows of ten million share a hash by chance once in 400,000 such tables.
 */
export class RowIndex {
  size = 0;
  private rows = new Int32Array(WIDTH * 1024);
  private seen = new Uint8Array(1024);
  /** Row + 1 and half of its key's hash by key, open addressing; made when a row is first looked for out of turn. */
  private slots: Int32Array | null = null;
  private next = 0;
  private key1 = 0;
  private key2 = 0;
  private said1 = 0;
  private said2 = 0;

  /** `rest`: the columns that a row is compared by besides those of its key. */
  constructor(
    private readonly key: Runs,
    private readonly rest: Runs,
  ) {}

  /** Adds the row that the scanner stands on. */
  add(scanner: RowScanner): number {
    this.hash(scanner);
    return this.addFound();
  }

  /** Adds the row that was looked for last. */
  addFound(): number {
    if (this.size === this.seen.length) this.grow();
    const row = this.size;
    const at = row * WIDTH;
    this.rows[at] = this.said1;
    this.rows[at + 1] = this.said2;
    this.rows[at + 2] = this.key1;
    this.rows[at + 3] = this.key2;
    this.size += 1;
    if (this.slots) this.link(row);
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

  unseen(): number {
    let count = 0;
    for (let row = 0; row < this.size; row += 1) if (this.seen[row] === 0) count += 1;
    return count;
  }

  /** The key's bytes are read once for both. */
  private hash(scanner: RowScanner): void {
    scanner.hash(this.key);
    this.key1 = scanner.hash1;
    this.key2 = scanner.hash2;
    scanner.hashOn(this.rest);
    this.said1 = scanner.hash1;
    this.said2 = scanner.hash2;
  }

  private isSaid(row: number): boolean {
    const at = row * WIDTH;
    return this.rows[at] === this.said1 && this.rows[at + 1] === this.said2;
  }

  private isKey(row: number): boolean {
    const at = row * WIDTH;
    return this.rows[at + 2] === this.key1 && this.rows[at + 3] === this.key2;
  }

  private withKey(): number {
    const slots = this.slots ?? this.makeSlots();
    const mask = slots.length - 2;
    for (let at = (this.key1 << 1) & mask; ; at = (at + 2) & mask) {
      const row = (slots[at] as number) - 1;
      if (row === -1 || (slots[at + 1] === this.key2 && this.isKey(row))) return row;
    }
  }

  private makeSlots(): Int32Array {
    let length = 1024;
    while (length < this.seen.length * 1.5) length *= 2;
    this.slots = new Int32Array(length * 2);
    for (let row = 0; row < this.size; row += 1) this.link(row);
    return this.slots;
  }

  private link(row: number): void {
    const slots = this.slots as Int32Array;
    const mask = slots.length - 2;
    let at = ((this.rows[row * WIDTH + 2] as number) << 1) & mask;
    while (slots[at] !== 0) at = (at + 2) & mask;
    slots[at] = row + 1;
    slots[at + 1] = this.rows[row * WIDTH + 3] as number;
  }

  private grow(): void {
    const length = Math.ceil(this.seen.length * 1.5);
    const rows = new Int32Array(length * WIDTH);
    rows.set(this.rows);
    this.rows = rows;
    const seen = new Uint8Array(length);
    seen.set(this.seen);
    this.seen = seen;
    if (this.slots && length > this.slots.length * 0.375) {
      this.slots = null;
      this.makeSlots();
    }
  }
}
