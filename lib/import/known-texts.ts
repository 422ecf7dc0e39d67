const MOST = 1 << 14;
const ROOM = 1 << 20;

/** Texts met before, as bytes, told apart exactly. It holds 16,384 of them in 1 MB at most, and then begins anew. */
export class KnownTexts {
  private readonly slots = new Int32Array(MOST * 2);
  private readonly ends = new Int32Array(MOST + 1);
  private texts = new Uint8Array(4096);
  private size = 0;

  has(hash: number, bytes: Uint8Array, from: number, end: number): boolean {
    const mask = this.slots.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const text = this.slots[at] as number;
      if (text === 0) return false;
      if (this.is(text, bytes, from, end)) return true;
    }
  }

  add(hash: number, bytes: Uint8Array, from: number, end: number): void {
    const start = this.makeRoom(end - from);
    if (start === -1) return;
    this.texts.set(bytes.subarray(from, end), start);
    this.size += 1;
    this.ends[this.size] = start + end - from;
    const mask = this.slots.length - 1;
    let at = hash & mask;
    while (this.slots[at] !== 0) at = (at + 1) & mask;
    this.slots[at] = this.size;
  }

  /** Where the next text may stand, -1 where it is too long to keep. */
  private makeRoom(length: number): number {
    if (length > ROOM / 16) return -1;
    if (this.size === MOST || (this.ends[this.size] as number) + length > ROOM) {
      this.slots.fill(0);
      this.size = 0;
    }
    const start = this.ends[this.size] as number;
    if (start + length <= this.texts.length) return start;
    const texts = new Uint8Array(Math.min(ROOM, (start + length) * 2));
    texts.set(this.texts.subarray(0, start));
    this.texts = texts;
    return start;
  }

  private is(text: number, bytes: Uint8Array, from: number, end: number): boolean {
    const { texts } = this;
    const start = this.ends[text - 1] as number;
    if ((this.ends[text] as number) - start !== end - from) return false;
    for (let at = from; at < end; at += 1) {
      if (bytes[at] !== texts[start + at - from]) return false;
    }
    return true;
  }
}
