import type { LeftOut } from './figure';

/** So many texts are told apart; a mapping that leaves out more is about something else. */
const MOST = 1000;

/** Counts the records that a mapping passes over, by the text for which it does. */
export class LeftOuts {
  records = 0;
  private readonly counts = new Map<string, Map<string, number>>();
  private texts = 0;

  add(column: string, text: string): void {
    this.records += 1;
    const counts = this.counts.get(column) ?? new Map<string, number>();
    const count = counts.get(text);
    if (count === undefined && this.texts === MOST) return;
    if (count === undefined) this.texts += 1;
    counts.set(text, (count ?? 0) + 1);
    this.counts.set(column, counts);
  }

  /** The most first. */
  list(): LeftOut[] {
    const all = [...this.counts].flatMap(([column, counts]) =>
      [...counts].map(([text, records]) => ({ column, text, records })),
    );
    return all.sort((a, b) => b.records - a.records);
  }
}
