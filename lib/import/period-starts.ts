import type { Resource } from '@/lib/table/descriptor';
import type { RowScanner } from './row-scan';
import { periodOf, seriesShape } from './scope';

type Known = { hash1: number; hash2: number; start: number };

/** A table says the same few thousand periods. */
const MOST = 50_000;

/** Where rows' periods start: the text of a period is read once for all rows that print it alike. */
export class PeriodStarts {
  latest = Number.NEGATIVE_INFINITY;
  private readonly column: number;
  private readonly runs: Int32Array;
  private readonly known = new Map<number, Known>();
  private last: Known = { hash1: 0, hash2: 0, start: Number.NaN };
  /** The last text's length, its first four bytes and its last four. */
  private length = -1;
  private head = 0;
  private tail = 0;

  constructor(resource: Resource) {
    this.column = seriesShape(resource).period;
    this.runs = Int32Array.of(this.column, this.column);
  }

  /** Of the row that the scanner stands on; minus infinity where the table has no period. */
  of(scanner: RowScanner): number {
    if (this.column === -1) return Number.NEGATIVE_INFINITY;
    if (!this.isLast(scanner)) this.last = this.look(scanner);
    return this.last.start;
  }

  /** Rows of one period mostly stand together; `2024`, `2024-Q4` and `2024/25` have four to eight bytes. */
  private isLast(scanner: RowScanner): boolean {
    const start = scanner.startOf(this.column);
    const end = scanner.endOf(this.column);
    const length = end - start;
    if (length < 4 || length > 8) {
      this.length = -1;
      return false;
    }
    const head = scanner.view.getInt32(start);
    const tail = scanner.view.getInt32(end - 4);
    if (length === this.length && head === this.head && tail === this.tail) return true;
    this.length = length;
    this.head = head;
    this.tail = tail;
    return false;
  }

  private look(scanner: RowScanner): Known {
    scanner.hash(this.runs);
    const { hash1, hash2 } = scanner;
    const known = this.known.get(hash1);
    if (known?.hash2 === hash2) return known;
    if (this.known.size === MOST) this.known.clear();
    const start = periodOf(scanner.cell(this.column))?.start ?? Number.NEGATIVE_INFINITY;
    const found = { hash1, hash2, start };
    this.known.set(hash1, found);
    this.latest = Math.max(this.latest, start);
    return found;
  }
}
