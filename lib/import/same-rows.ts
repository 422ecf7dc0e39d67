import type { RowPlaces } from './row-places';

/** The table's own bytes from a place on, as many as are wanted or fewer, good until the next are asked for. */
export type BytesAt = (position: number) => Uint8Array;

/** Compares a file with the table byte by byte: a release mostly repeats long stretches of it. */
export class SameRows {
  private view: DataView = new DataView(new ArrayBuffer(0));
  /** Where in the table the bytes at hand begin. */
  private from = 0;

  constructor(
    private readonly places: RowPlaces,
    private readonly bytesAt: BytesAt,
  ) {}

  /** The row of the table before which the bytes stop repeating it, row after row, from `row` on. */
  endOf(row: number, bytes: DataView, start: number): number {
    const from = this.places.at(row);
    let at = start;
    for (let same = 1; same > 0; at += same) same = this.alike(from + at - start, bytes, at);
    return this.lastRow(row, from + at - start);
  }

  /** How many bytes are alike, of those at hand. */
  private alike(position: number, bytes: DataView, at: number): number {
    const own = this.standAt(position);
    const view = this.view;
    const length = Math.min(bytes.byteLength - at, view.byteLength - own);
    const words = length - 4;
    let same = 0;
    while (same <= words && bytes.getInt32(at + same, true) === view.getInt32(own + same, true))
      same += 4;
    while (same < length && bytes.getUint8(at + same) === view.getUint8(own + same)) same += 1;
    return same;
  }

  /** Where the position is in the bytes at hand. */
  private standAt(position: number): number {
    const at = position - this.from;
    if (at >= 0 && at < this.view.byteLength) return at;
    const { buffer, byteOffset, length } = this.bytesAt(position);
    this.view = new DataView(buffer, byteOffset, length);
    this.from = position;
    return 0;
  }

  /** The last row, from `row` on, that begins up to a position. */
  private lastRow(row: number, position: number): number {
    const { places } = this;
    let least = row;
    let most = Math.min(places.size, row + position - places.at(row));
    while (least < most) {
      const middle = (least + most + 1) >>> 1;
      if (places.at(middle) <= position) least = middle;
      else most = middle - 1;
    }
    return least;
  }
}
