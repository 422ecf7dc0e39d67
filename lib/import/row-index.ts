import type { RowScanner } from './row-scan';

/** Per row: two halves of the hash of what the row says, two of its key's. */
const WIDTH = 4;

/**
 * The rows of a table in 17 bytes each and 8 to 16 more for the look-up: hashes of 64 bits and who has seen the
 * row. Two rows of ten million share a hash by chance once in 400,000 such tables.
 */
export class RowIndex {
  size = 0;
  private rows = new Uint32Array(WIDTH * 1024);
  private seen = new Uint8Array(1024);
  /** Row + 1 by key, open addressing; made when a row is first looked for out of turn. */
  private slots: Int32Array | null = null;
  private next = 0;

  /** `said`: the columns that a row is compared by, where not all. */
  constructor(
    private readonly key: Uint8Array,
    private readonly said?: Uint8Array,
  ) {}

  /** Adds the row that the scanner stands on. */
  add(scanner: RowScanner): number {
    if (this.size === this.seen.length) this.grow();
    const row = this.size;
    const at = row * WIDTH;
    scanner.hash(this.said);
    this.rows[at] = scanner.hash1;
    this.rows[at + 1] = scanner.hash2;
    scanner.hash(this.key);
    this.rows[at + 2] = scanner.hash1;
    this.rows[at + 3] = scanner.hash2;
    this.size += 1;
    if (this.slots) this.link(row);
    return row;
  }

  /**
   * The number of the row with the same key as the one that the scanner stands on, -1 where there is none. Files
   * mostly come in the order of the table, so the row after the last one found is tried first, whole.
   */
  find(scanner: RowScanner): { row: number; same: boolean } {
    scanner.hash(this.said);
    const { hash1, hash2 } = scanner;
    let row = this.next;
    if (row >= this.size || !this.says(row, hash1, hash2)) {
      scanner.hash(this.key);
      row = this.withKey(scanner.hash1, scanner.hash2);
    }
    this.found.row = row;
    this.found.same = row !== -1 && this.says(row, hash1, hash2);
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

  private says(row: number, hash1: number, hash2: number): boolean {
    return this.rows[row * WIDTH] === hash1 && this.rows[row * WIDTH + 1] === hash2;
  }

  private withKey(hash1: number, hash2: number): number {
    const slots = this.slots ?? this.makeSlots();
    const mask = slots.length - 1;
    for (let at = hash1 & mask; ; at = (at + 1) & mask) {
      const row = (slots[at] ?? 0) - 1;
      if (row === -1) return -1;
      if (this.rows[row * WIDTH + 2] === hash1 && this.rows[row * WIDTH + 3] === hash2) return row;
    }
  }

  private makeSlots(): Int32Array {
    let length = 1024;
    while (length < this.seen.length * 1.5) length *= 2;
    this.slots = new Int32Array(length);
    for (let row = 0; row < this.size; row += 1) this.link(row);
    return this.slots;
  }

  private link(row: number): void {
    const slots = this.slots as Int32Array;
    const mask = slots.length - 1;
    let at = (this.rows[row * WIDTH + 2] as number) & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = row + 1;
  }

  private grow(): void {
    const length = Math.ceil(this.seen.length * 1.5);
    const rows = new Uint32Array(length * WIDTH);
    rows.set(this.rows);
    this.rows = rows;
    const seen = new Uint8Array(length);
    seen.set(this.seen);
    this.seen = seen;
    if (this.slots && length > this.slots.length * 0.75) {
      this.slots = null;
      this.makeSlots();
    }
  }
}
