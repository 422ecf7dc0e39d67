import type { Resource } from '@/lib/table/descriptor';
import { type Period, parsePeriod } from '@/lib/table/period';
import { columnMarks, type RowScanner } from './row-scan';

/** How a table's rows fall into series: its key less the period. */
export type SeriesShape = {
  marks: Uint8Array;
  /** The period's column, -1 where it is no part of the key: then each row is a series of its own. */
  period: number;
};

export function seriesShape({ schema }: Resource): SeriesShape {
  const columns = schema.fields.map(({ name }) => name);
  const place = schema.fields.findIndex(({ role }) => role === 'period');
  const period = schema.primaryKey.includes(columns[place] ?? '') ? place : -1;
  const names = schema.primaryKey.filter((name) => columns.indexOf(name) !== period);
  return { marks: columnMarks(columns, names), period };
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

/**
 * What a file speaks of: the series that it has, from its earliest period to its latest. A row of the table within
 * that the file does not have is gone; of all other rows the file says nothing.
 */
export class Scope {
  first: Period | null = null;
  last: Period | null = null;
  private readonly known = new Set<number>();

  constructor(private readonly shape: SeriesShape) {}

  get series(): number {
    return this.known.size;
  }

  /** Takes in the row that the scanner stands on. */
  take(scanner: RowScanner): void {
    this.known.add(this.seriesAt(scanner));
    const period = this.periodAt(scanner);
    if (!period) return;
    if (!this.first || period.start < this.first.start) this.first = period;
    if (!this.last || period.end > this.last.end) this.last = period;
  }

  covers(scanner: RowScanner): boolean {
    if (!this.known.has(this.seriesAt(scanner))) return false;
    const period = this.periodAt(scanner);
    if (!period || !this.first || !this.last) return true;
    return this.first.start <= period.start && period.end <= this.last.end;
  }

  private periodAt(scanner: RowScanner): Period | null {
    return this.shape.period === -1 ? null : periodOf(scanner.cell(this.shape.period));
  }

  /** 53 bits of the hash: as much as a number holds. */
  private seriesAt(scanner: RowScanner): number {
    scanner.hash(this.shape.marks);
    return scanner.hash1 * 0x200000 + (scanner.hash2 & 0x1fffff);
  }
}
