const MOST = 1 << 14;
const ROOM = 1 << 20;

/** Texts met before, as bytes, told apart exactly. It holds 16,384 of them in 1 MB at most, and then begins anew. */
export class KnownTexts {
  private readonly slots = new Int32Array(MOST * 2);
  private readonly ends = new Int32Array(MOST + 1);
  private texts = new Uint8Array(4096);
  private view = new DataView(this.texts.buffer);
  private size = 0;
  /** The number of the text met last, the first being 1. */
  last = 0;

  /** Whether it is the text met last. */
  isAgain(bytes: DataView, from: number, end: number): boolean {
    return this.last > 0 && this.is(this.last, bytes, from, end);
  }

  /** Whether it is the text learned after the last one met, or that one again: rows mostly repeat an order. */
  isNext(bytes: DataView, from: number, end: number): boolean {
    const { last, size } = this;
    if (size === 0) return false;
    const next = last === size ? 1 : last + 1;
    if (!this.is(next, bytes, from, end)) return last > 0 && this.is(last, bytes, from, end);
    this.last = next;
    return true;
  }

  has(hash: number, bytes: DataView, from: number, end: number): boolean {
    const mask = this.slots.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const text = this.slots[at] as number;
      if (text === 0) return false;
      if (!this.is(text, bytes, from, end)) continue;
      this.last = text;
      return true;
    }
  }

  /** Whether there was room for it. */
  add(hash: number, bytes: Uint8Array, from: number, end: number): boolean {
    const start = this.makeRoom(end - from);
    if (start === -1) return false;
    this.texts.set(bytes.subarray(from, end), start);
    this.size += 1;
    this.last = this.size;
    this.ends[this.size] = start + end - from;
    const mask = this.slots.length - 1;
    let at = hash & mask;
    while (this.slots[at] !== 0) at = (at + 1) & mask;
    this.slots[at] = this.size;
    return true;
  }

  /** Where the next text may stand, -1 where it is too long to keep. */
  private makeRoom(length: number): number {
    if (length > ROOM / 16) return -1;
    if (this.size === MOST || (this.ends[this.size] as number) + length > ROOM) {
      this.slots.fill(0);
      this.size = 0;
      this.last = 0;
    }
    const start = this.ends[this.size] as number;
    if (start + length <= this.texts.length) return start;
    const texts = new Uint8Array(Math.min(ROOM, (start + length) * 2));
    texts.set(this.texts.subarray(0, start));
    this.texts = texts;
    this.view = new DataView(texts.buffer);
    return start;
  }

  private is(text: number, bytes: DataView, from: number, end: number): boolean {
    const { view } = this;
    const shift = (this.ends[text - 1] as number) - from;
    if ((this.ends[text] as number) - shift !== end) return false;
    let at = from;
    for (; at + 4 <= end; at += 4)
      if (bytes.getInt32(at) !== view.getInt32(at + shift)) return false;
    for (; at < end; at += 1) if (bytes.getUint8(at) !== view.getUint8(at + shift)) return false;
    return true;
  }
}
