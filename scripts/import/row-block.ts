/** Rows, each with its line end, that are alike in the two numbers they are sorted by. */
export type Sorted = { first: number; second: number; rows: number; bytes: Buffer };

const LF = 10;
const HEAD = 8;
const NUMBERS = 20;

/** Rows as bytes side by side, and of each the two numbers to sort by and where it ends. */
export class RowBlock {
  size = 0;
  length = 0;
  private inOrder = true;

  constructor(
    private bytes: Buffer = Buffer.allocUnsafeSlow(64 * 1024),
    private firsts = new Float64Array(1024),
    private seconds = new Float64Array(1024),
    private ends = new Uint32Array(1024),
  ) {}

  /** The row is a piece of `bytes`, without its line end. */
  add(first: number, second: number, bytes: Uint8Array, from: number, end: number): void {
    this.makeRoom(end - from + 1);
    const { size } = this;
    this.firsts[size] = first;
    this.seconds[size] = second;
    const shift = this.length - from;
    const own = this.bytes;
    for (let at = from; at < end; at += 1) own[at + shift] = bytes[at] as number;
    own[end + shift] = LF;
    this.length = end + shift + 1;
    this.ends[size] = this.length;
    this.size = size + 1;
    if (size > 0 && this.order(size - 1, size) > 0) this.inOrder = false;
  }

  /** The memory is kept for the next rows. */
  clear(): void {
    this.size = 0;
    this.length = 0;
    this.inOrder = true;
  }

  at(row: number): { first: number; second: number } {
    return { first: this.firsts[row] as number, second: this.seconds[row] as number };
  }

  /** Rows alike stay in the order in which they came. */
  sorted(): RowBlock {
    if (this.inOrder) return this;
    const order = Uint32Array.from({ length: this.size }, (_, at) => at);
    order.sort((a, b) => this.order(a, b) || a - b);
    const sorted = new RowBlock();
    for (const row of order) {
      const { first, second } = this.at(row);
      sorted.add(first, second, this.bytes, this.startOf(row), this.endOf(row) - 1);
    }
    return sorted;
  }

  *groups(): Generator<Sorted> {
    for (let row = 0; row < this.size; ) {
      let next = row + 1;
      while (next < this.size && this.order(row, next) === 0) next += 1;
      const bytes = this.bytes.subarray(this.startOf(row), this.endOf(next - 1));
      yield { ...this.at(row), rows: next - row, bytes };
      row = next;
    }
  }

  /** The block as it goes to the disk, in pieces that `from` reads: the length of each, and then its bytes. */
  *pieces(most: number): Generator<Buffer> {
    for (let row = 0; row < this.size; ) {
      const start = this.startOf(row);
      let next = row + 1;
      while (next < this.size && this.endOf(next) - start < most) next += 1;
      yield this.piece(row, next);
      row = next;
    }
  }

  static from(bytes: Buffer): RowBlock {
    const size = bytes.readUInt32LE(0);
    const part = <T>(of: new (buffer: ArrayBuffer, at: number, length: number) => T, at: number) =>
      new of(bytes.buffer as ArrayBuffer, HEAD + at * size, size);
    const rows = bytes.subarray(HEAD + NUMBERS * size);
    const numbers = [part(Float64Array, 0), part(Float64Array, 8), part(Uint32Array, 16)] as const;
    const block = new RowBlock(rows, ...numbers);
    block.size = size;
    block.length = rows.length;
    return block;
  }

  private piece(from: number, to: number): Buffer {
    const size = to - from;
    const start = this.startOf(from);
    const head = Buffer.alloc(4 + HEAD);
    const ends = this.ends.slice(from, to).map((end) => end - start);
    const numbers = [this.firsts.subarray(from, to), this.seconds.subarray(from, to), ends];
    const rows = this.bytes.subarray(start, this.endOf(to - 1));
    head.writeUInt32LE(HEAD + NUMBERS * size + rows.length, 0);
    head.writeUInt32LE(size, 4);
    const parts = numbers.map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer, byteOffset, byteLength),
    );
    return Buffer.concat([head, ...parts, rows]);
  }

  private startOf(row: number): number {
    return row === 0 ? 0 : (this.ends[row - 1] as number);
  }

  private endOf(row: number): number {
    return this.ends[row] as number;
  }

  /** No subtraction: two infinities would give NaN. */
  private order(a: number, b: number): number {
    const [first, other] = [this.firsts[a] as number, this.firsts[b] as number];
    if (first !== other) return first < other ? -1 : 1;
    const [second, last] = [this.seconds[a] as number, this.seconds[b] as number];
    return second < last ? -1 : second > last ? 1 : 0;
  }

  private makeRoom(length: number): void {
    if (this.length + length > this.bytes.length) {
      const bytes = Buffer.allocUnsafeSlow((this.length + length) * 2);
      this.bytes.copy(bytes, 0, 0, this.length);
      this.bytes = bytes;
    }
    if (this.size < this.ends.length) return;
    const grown = <T extends Float64Array | Uint32Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    const rows = this.size * 2;
    this.firsts = grown(this.firsts, new Float64Array(rows));
    this.seconds = grown(this.seconds, new Float64Array(rows));
    this.ends = grown(this.ends, new Uint32Array(rows));
  }
}
