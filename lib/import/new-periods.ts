import type { Resource } from '@/lib/table/descriptor';
import { HashSet } from './hash-set';
import { PeriodStarts } from './period-starts';
import type { RowScanner } from './row-scan';

/**
 * Tells rows of periods that come in order after all of the table's, as a release mostly brings them: no row has
 * their key but one of the same period, so only the keys of the latest are held.
 */
export class NewPeriods {
  private readonly starts: PeriodStarts;
  private readonly keys = new HashSet();
  private latest = Number.NEGATIVE_INFINITY;

  constructor(
    resource: Resource,
    private readonly table: PeriodStarts,
  ) {
    this.starts = new PeriodStarts(resource);
  }

  /** Whether no row before the one that the scanner stands on can have its key; where not, there may be one. */
  isFirst(scanner: RowScanner, key1: number, key2: number): boolean {
    const start = this.starts.of(scanner);
    if (start > Math.max(this.latest, this.table.latest)) {
      this.latest = start;
      this.keys.clear();
    }
    const isLatest = start === this.latest && start !== Number.NEGATIVE_INFINITY;
    return isLatest && this.keys.add(key1, key2);
  }
}
