/** Rows, each with its line end, that are alike in the two numbers they are sorted by. */
export type Sorted = { first: number; second: number; rows: number; bytes: Buffer };

const HEAD = 8;
const NUMBERS = 24;

/** So many bytes of rows alike are one group. */
const GROUP = 256 * 1024;

const SHORT = 128;

const empty = new Uint8Array(0);

/** Rows as bytes side by side, in groups alike in the two numbers to sort by: of each where it ends and its rows. */
export class RowBlock {
  /** Groups. */
  size = 0;
  length = 0;
  private inOrder = true;
  /** The same as `bytes`: a Buffer makes every access to a byte dearer. */
  private plain: Uint8Array;
  /** Rows that stand side by side here as there are copied together, by `keep`. */
  private source: Uint8Array = empty;
  private from = 0;
  private until = 0;

  constructor(
    private bytes: Buffer = Buffer.allocUnsafeSlow(64 * 1024),
    private firsts = new Float64Array(1024),
    private seconds = new Float64Array(1024),
    private ends = new Uint32Array(1024),
    private rows = new Uint32Array(1024),
  ) {
    this.plain = plainOf(bytes);
  }

  /** The rows are a piece of `bytes` up to `end`, behind their line end, that stays as it is until `keep`. */
  add(
    first: number,
    second: number,
    bytes: Uint8Array,
    from: number,
    end: number,
    rows: number,
  ): void {
    if (bytes !== this.source || from !== this.until) this.turnTo(bytes, from);
    this.until = end;
    this.length += end - from;
    if (!this.isAlike(first, second)) this.begin(first, second);
    const last = this.size - 1;
    this.ends[last] = this.length;
    this.rows[last] = (this.rows[last] as number) + rows;
  }

  /** Copies what has been added: the bytes may be used again. */
  keep(): void {
    this.turnTo(empty, 0);
  }

  /** The memory is kept for the next rows. */
  clear(): void {
    this.size = 0;
    this.length = 0;
    this.inOrder = true;
  }

  at(group: number): Omit<Sorted, 'bytes'> {
    const { firsts, seconds, rows } = this;
    return {
      first: firsts[group] as number,
      second: seconds[group] as number,
      rows: rows[group] as number,
    };
  }

  /** Rows alike stay in the order in which they came. */
  sorted(): RowBlock {
    this.keep();
    if (this.inOrder) return this;
    const sorted = new RowBlock(Buffer.allocUnsafeSlow(this.length));
    for (const group of this.inOrderOf()) {
      const { first, second, rows } = this.at(group);
      sorted.add(first, second, this.plain, this.startOf(group), this.endOf(group), rows);
    }
    sorted.keep();
    return sorted;
  }

  *groups(): Generator<Sorted> {
    for (let group = 0; group < this.size; group += 1)
      yield {
        ...this.at(group),
        bytes: this.bytes.subarray(this.startOf(group), this.endOf(group)),
      };
  }

  /** The block as it goes to the disk, in pieces that `from` reads: the length of each, and then its bytes. */
  *pieces(most: number): Generator<Buffer> {
    for (let group = 0; group < this.size; ) {
      const start = this.startOf(group);
      let next = group + 1;
      while (next < this.size && this.endOf(next) - start < most) next += 1;
      yield this.piece(group, next);
      group = next;
    }
  }

  static from(bytes: Buffer): RowBlock {
    const size = bytes.readUInt32LE(0);
    const part = <T>(of: new (buffer: ArrayBuffer, at: number, length: number) => T, at: number) =>
      new of(bytes.buffer as ArrayBuffer, HEAD + at * size, size);
    const rows = bytes.subarray(HEAD + NUMBERS * size);
    const numbers = [
      part(Float64Array, 0),
      part(Float64Array, 8),
      part(Uint32Array, 16),
      part(Uint32Array, 20),
    ] as const;
    const block = new RowBlock(rows, ...numbers);
    block.size = size;
    block.length = rows.length;
    return block;
  }

  /** The groups sorted. Many are alike, each period coming again with every series: only the others are compared. */
  private inOrderOf(): Uint32Array {
    const { size } = this;
    const kinds = new Map<number, Map<number, number>>();
    const examples: number[] = [];
    const kindOf = new Uint32Array(size);
    for (let group = 0; group < size; group += 1) kindOf[group] = this.kind(group, kinds, examples);
    const ranked = examples.map((_, kind) => kind);
    ranked.sort((a, b) => this.order(examples[a] as number, examples[b] as number));
    return placedBy(kindOf, ranked);
  }

  private kind(group: number, kinds: Map<number, Map<number, number>>, examples: number[]): number {
    const first = this.firsts[group] as number;
    const second = this.seconds[group] as number;
    let alike = kinds.get(first);
    if (!alike) {
      alike = new Map();
      kinds.set(first, alike);
    }
    const known = alike.get(second);
    if (known !== undefined) return known;
    alike.set(second, examples.length);
    return examples.push(group) - 1;
  }

  private piece(from: number, to: number): Buffer {
    const size = to - from;
    const start = this.startOf(from);
    const head = Buffer.alloc(4 + HEAD);
    const ends = this.ends.slice(from, to).map((end) => end - start);
    const groups = [this.firsts, this.seconds].map((all) => all.subarray(from, to));
    const numbers = [...groups, ends, this.rows.subarray(from, to)];
    const rows = this.bytes.subarray(start, this.endOf(to - 1));
    head.writeUInt32LE(HEAD + NUMBERS * size + rows.length, 0);
    head.writeUInt32LE(size, 4);
    const parts = numbers.map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer, byteOffset, byteLength),
    );
    return Buffer.concat([head, ...parts, rows]);
  }

  private startOf(group: number): number {
    return group === 0 ? 0 : (this.ends[group - 1] as number);
  }

  private endOf(group: number): number {
    return this.ends[group] as number;
  }

  /** No subtraction: two infinities would give NaN. */
  private order(a: number, b: number): number {
    const [first, other] = [this.firsts[a] as number, this.firsts[b] as number];
    if (first !== other) return first < other ? -1 : 1;
    const [second, last] = [this.seconds[a] as number, this.seconds[b] as number];
    return second < last ? -1 : second > last ? 1 : 0;
  }

  private isAlike(first: number, second: number): boolean {
    const last = this.size - 1;
    const there = last >= 0 && this.firsts[last] === first && this.seconds[last] === second;
    return there && this.length - this.startOf(last) <= GROUP;
  }

  private begin(first: number, second: number): void {
    const { size } = this;
    if (size === this.ends.length) this.makeRoom(size * 2);
    this.firsts[size] = first;
    this.seconds[size] = second;
    this.rows[size] = 0;
    this.size = size + 1;
    if (size > 0 && this.order(size - 1, size) > 0) this.inOrder = false;
  }

  private turnTo(bytes: Uint8Array, from: number): void {
    const { source, length } = this;
    const at = length - (this.until - this.from);
    if (length > this.bytes.length) {
      const grown = Buffer.allocUnsafeSlow(length * 2);
      this.bytes.copy(grown, 0, 0, at);
      this.bytes = grown;
      this.plain = plainOf(grown);
    }
    copy(source, this.from, this.until, this.plain, at);
    this.source = bytes;
    this.from = from;
    this.until = from;
  }

  private makeRoom(groups: number): void {
    const grown = <T extends Float64Array | Uint32Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.firsts = grown(this.firsts, new Float64Array(groups));
    this.seconds = grown(this.seconds, new Float64Array(groups));
    this.ends = grown(this.ends, new Uint32Array(groups));
    this.rows = grown(this.rows, new Uint32Array(groups));
  }
}

const plainOf = ({ buffer, byteOffset, length }: Buffer): Uint8Array =>
  new Uint8Array(buffer, byteOffset, length);

/** A short piece is copied in a loop: to name it as an array takes longer than that. */
function copy(from: Uint8Array, start: number, end: number, to: Uint8Array, at: number): void {
  if (end - start > SHORT) to.set(from.subarray(start, end), at);
  else for (let byte = start; byte < end; byte += 1) to[at + byte - start] = from[byte] as number;
}

/** What is of one kind stays in order: counted first, and then each put where the count says. */
function placedBy(kindOf: Uint32Array, ranked: number[]): Uint32Array {
  const counts = new Uint32Array(ranked.length);
  for (const kind of kindOf) counts[kind] = (counts[kind] as number) + 1;
  const next = new Uint32Array(ranked.length);
  let from = 0;
  for (const kind of ranked) {
    next[kind] = from;
    from += counts[kind] as number;
  }
  const order = new Uint32Array(kindOf.length);
  kindOf.forEach((kind, group) => {
    order[next[kind] as number] = group;
    next[kind] = (next[kind] as number) + 1;
  });
  return order;
}
