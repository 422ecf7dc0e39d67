const PART_BITS = 16;
const PART = 1 << PART_BITS;

/** Where each row of a file begins, so that the bytes between two rows can be passed on without being read. */
export class RowPlaces {
  size = 0;
  private end = 0;
  private readonly parts: Float64Array[] = [];

  /** What stands before the first row is a header. */
  addHeader(length: number): void {
    this.end = length;
  }

  add(length: number): void {
    const at = this.size & (PART - 1);
    if (at === 0) this.parts.push(new Float64Array(PART));
    (this.parts[this.size >>> PART_BITS] as Float64Array)[at] = this.end;
    this.end += length;
    this.size += 1;
  }

  /** Where the row begins and the one before it ends; infinite beyond the end. */
  at(row: number): number {
    if (row >= this.size) return row === this.size ? this.end : Number.POSITIVE_INFINITY;
    return this.parts[row >>> PART_BITS]?.[row & (PART - 1)] as number;
  }
}
