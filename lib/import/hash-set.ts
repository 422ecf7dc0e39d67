/** A set of hashes of 64 bits, each given in two halves: a Set of numbers would hold 53 bits, an object each. */
export class HashSet {
  size = 0;
  private halves = new Int32Array(128);
  private full = new Uint8Array(64);

  has(hash1: number, hash2: number): boolean {
    return this.full[this.slot(hash1, hash2)] === 1;
  }

  add(hash1: number, hash2: number): void {
    const slot = this.slot(hash1, hash2);
    if (this.full[slot] === 1) return;
    this.full[slot] = 1;
    this.halves[slot * 2] = hash1;
    this.halves[slot * 2 + 1] = hash2;
    this.size += 1;
    if (this.size * 2 > this.full.length) this.grow();
  }

  private slot(hash1: number, hash2: number): number {
    const { halves, full } = this;
    const mask = full.length - 1;
    for (let at = hash1 & mask; ; at = (at + 1) & mask) {
      if (full[at] === 0 || (halves[at * 2] === hash1 && halves[at * 2 + 1] === hash2)) return at;
    }
  }

  private grow(): void {
    const { halves, full } = this;
    this.size = 0;
    this.halves = new Int32Array(halves.length * 2);
    this.full = new Uint8Array(full.length * 2);
    full.forEach((one, at) => {
      if (one === 1) this.add(halves[at * 2] as number, halves[at * 2 + 1] as number);
    });
  }
}
