/** A set of hashes of 64 bits, each given in two halves: a Set of numbers would hold 53 bits, an object each. */
export class HashSet {
  size = 0;
  private halves = new Int32Array(128);
  /** The round in which each slot was filled: one filled before the last `clear` is free. */
  private rounds = new Uint32Array(64);
  private round = 1;

  has(hash1: number, hash2: number): boolean {
    return this.rounds[this.slot(hash1, hash2)] === this.round;
  }

  /** Whether it was not there. */
  add(hash1: number, hash2: number): boolean {
    const slot = this.slot(hash1, hash2);
    if (this.rounds[slot] === this.round) return false;
    this.rounds[slot] = this.round;
    this.halves[slot * 2] = hash1;
    this.halves[slot * 2 + 1] = hash2;
    this.size += 1;
    if (this.size * 2 > this.rounds.length) this.grow();
    return true;
  }

  clear(): void {
    this.size = 0;
    this.round += 1;
  }

  private slot(hash1: number, hash2: number): number {
    const { halves, rounds, round } = this;
    const mask = rounds.length - 1;
    for (let at = hash1 & mask; ; at = (at + 1) & mask) {
      if (rounds[at] !== round || (halves[at * 2] === hash1 && halves[at * 2 + 1] === hash2))
        return at;
    }
  }

  private grow(): void {
    const { halves, rounds, round } = this;
    this.size = 0;
    this.halves = new Int32Array(halves.length * 2);
    this.rounds = new Uint32Array(rounds.length * 2);
    rounds.forEach((one, at) => {
      if (one === round) this.add(halves[at * 2] as number, halves[at * 2 + 1] as number);
    });
  }
}
