import type { Resource } from '@/lib/table/descriptor';
import { HashSet } from './hash-set';
import { PeriodStarts } from './period-starts';
import type { RowScanner } from './row-scan';

/** After so many rows of earlier periods the file is in another order. */
const EARLY = 1000;

/**
 * Tells rows of periods that come in order after all of the table's, as a release mostly brings them: no row has
 * their key but one of the same period, so only the keys of the latest are held. In a file of another order nothing
 * is held: each series would bring the latest period again.
 */
export class NewPeriods {
  private readonly starts: PeriodStarts;
  private keys = new HashSet();
  private latest = Number.NEGATIVE_INFINITY;
  private early = 0;

  constructor(
    resource: Resource,
    private readonly table: PeriodStarts,
  ) {
    this.starts = new PeriodStarts(resource);
  }

  /** Whether no row before the one that the scanner stands on can have its key; where not, there may be one. */
  isFirst(scanner: RowScanner, key1: number, key2: number): boolean {
    const start = this.starts.of(scanner);
    const isLater = start > Math.max(this.latest, this.table.latest);
    if (isLater) {
      this.latest = start;
      this.keys.clear();
    }
    if (this.early > EARLY) return isLater;
    const isLatest = start === this.latest && start !== Number.NEGATIVE_INFINITY;
    if (start < this.latest) this.turnedBack();
    return isLatest && this.keys.add(key1, key2);
  }

  private turnedBack(): void {
    this.early += 1;
    if (this.early > EARLY) this.keys = new HashSet();
  }
}
