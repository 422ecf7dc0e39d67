import type { Resource } from '@/lib/table/descriptor';
import { type Period, parsePeriod } from '@/lib/table/period';
import { HashSet } from './hash-set';
import { type RowScanner, type Runs, runsOf } from './row-scan';

/** How a table's rows fall into series: its key less the period. */
export type SeriesShape = {
  runs: Runs;
  /** The period's column, -1 where it is no part of the key: then each row is a series of its own. */
  period: number;
};

export function seriesShape({ schema }: Resource): SeriesShape {
  const columns = schema.fields.map(({ name }) => name);
  const place = schema.fields.findIndex(({ role }) => role === 'period');
  const period = schema.primaryKey.includes(columns[place] ?? '') ? place : -1;
  const names = schema.primaryKey.filter((name) => columns.indexOf(name) !== period);
  return { runs: runsOf(columns, names), period };
}

const periods = new Map<string, Period | null>();

/** Like parsePeriod, but remembers, and `null` instead of throwing: tables say the same few thousand periods. */
export function periodOf(text: string): Period | null {
  const known = periods.get(text);
  if (known !== undefined) return known;
  let period: Period | null = null;
  try {
    period = parsePeriod(text);
  } catch {}
  if (periods.size > 50_000) periods.clear();
  periods.set(text, period);
  return period;
}

type Stretch = Pick<Period, 'text' | 'start' | 'end'>;

/**
 * What a file speaks of: the series that it has, from its earliest period to its latest. A row of the table within
 * that the file does not have is gone; of all other rows the file says nothing.
 */
export class Scope {
  first: Stretch | null = null;
  last: Stretch | null = null;
  private readonly known = new HashSet();
  private last1 = 0;
  private last2 = 0;

  constructor(private readonly shape: SeriesShape) {}

  get series(): number {
    return this.known.size;
  }

  /** Takes in the row that the scanner stands on. */
  take(scanner: RowScanner): void {
    scanner.hash(this.shape.runs);
    this.add(scanner.hash1, scanner.hash2, this.periodAt(scanner));
  }

  /** Takes in a series by its hash, and a period. */
  add(hash1: number, hash2: number, period: Stretch | null): void {
    if (hash1 !== this.last1 || hash2 !== this.last2) this.known.add(hash1, hash2);
    this.last1 = hash1;
    this.last2 = hash2;
    if (this.shape.period === -1 || !period || period === this.first || period === this.last)
      return;
    if (!this.first || period.start < this.first.start) this.first = period;
    if (!this.last || period.end > this.last.end) this.last = period;
  }

  covers(scanner: RowScanner): boolean {
    scanner.hash(this.shape.runs);
    if (!this.known.has(scanner.hash1, scanner.hash2)) return false;
    const period = this.periodAt(scanner);
    if (!period || !this.first || !this.last) return true;
    return this.first.start <= period.start && period.end <= this.last.end;
  }

  private periodAt(scanner: RowScanner): Stretch | null {
    return this.shape.period === -1 ? null : periodOf(scanner.cell(this.shape.period));
  }
}
