import type { Resource } from '@/lib/table/descriptor';
import type { Period } from '@/lib/table/period';
import { KnownTexts } from './known-texts';
import { type RowScanner, type Runs, runsOf } from './row-scan';

const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;

/** A double holds any number of so many digits. */
const LONGEST_NUMBER = 300;

/** The bounds of a row without a period. */
export const noPeriod = {
  text: '',
  start: Number.NEGATIVE_INFINITY,
  end: Number.NEGATIVE_INFINITY,
};

export type Bounds = Pick<Period, 'text' | 'start' | 'end'>;

/**
 * Tells rows that are in order by their bytes alone: a period and texts that stood in a row which was read and
 * found good, and plain numbers. Cells are checked one by one (`rowChecker`), so a row of good cells is good; only
 * `period_type` is checked against another cell, and a table that has it is always read.
 */
export class PlainRows {
  private readonly numbers: number[] = [];
  private readonly optional: boolean[] = [];
  private readonly words: Runs[];
  private readonly known: KnownTexts[];
  private readonly columns: number;
  private readonly period: number;
  private readonly none: boolean;
  private last: Uint8Array = new Uint8Array(0);
  private bounds: Bounds | null = null;

  constructor({ schema: { fields } }: Resource) {
    const columns = fields.map(({ name }) => name);
    this.columns = columns.length;
    this.period = fields.findIndex(({ role }) => role === 'period');
    const limited = fields.some(({ type, constraints }) => type === 'number' && constraints?.enum);
    this.none = limited || columns.includes('period_type') || columns.length === 1;
    fields.forEach(({ type, constraints }, place) => {
      if (type !== 'number' || place === this.period) return;
      this.numbers.push(place);
      this.optional.push(!constraints?.required);
    });
    const isWord = (_: string, place: number) =>
      place !== this.period && !this.numbers.includes(place);
    const runs = runsOf(columns, columns.filter(isWord));
    this.words = Array.from({ length: runs.length / 2 }, (_, at) => runs.slice(at * 2, at * 2 + 2));
    this.known = this.words.map(() => new KnownTexts());
  }

  /** The bounds of the row's period; `null` where the row must be read. */
  check(scanner: RowScanner): Bounds | null {
    if (this.none || scanner.cells !== this.columns) return null;
    const bounds = this.period === -1 ? noPeriod : this.boundsOf(scanner);
    return bounds && this.hasNumbers(scanner) && this.hasWords(scanner) ? bounds : null;
  }

  /** Remembers the cells of a row that was found good. */
  learn(scanner: RowScanner, bounds: Bounds): void {
    if (this.none) return;
    if (this.period !== -1) {
      this.last = scanner.bytes.slice(scanner.startOf(this.period), scanner.endOf(this.period));
      this.bounds = bounds;
    }
    this.words.forEach((run, at) => {
      if (!this.knows(scanner, at))
        this.known[at]?.add(scanner.hash1, scanner.bytes, ...rangeOf(scanner, run));
    });
  }

  /** Rows of one period mostly stand together. */
  private boundsOf(scanner: RowScanner): Bounds | null {
    const { last, period } = this;
    const { bytes } = scanner;
    const start = scanner.startOf(period);
    if (scanner.endOf(period) - start !== last.length) return null;
    for (let at = 0; at < last.length; at += 1) if (bytes[start + at] !== last[at]) return null;
    return this.bounds;
  }

  private hasNumbers(scanner: RowScanner): boolean {
    const { numbers, optional } = this;
    for (let at = 0; at < numbers.length; at += 1) {
      const place = numbers[at] as number;
      const [from, end] = [scanner.startOf(place), scanner.endOf(place)];
      if (from === end ? !optional[at] : !isPlainNumber(scanner.bytes, from, end)) return false;
    }
    return true;
  }

  private hasWords(scanner: RowScanner): boolean {
    for (let at = 0; at < this.words.length; at += 1) if (!this.knows(scanner, at)) return false;
    return true;
  }

  /** Leaves the run's hash in the scanner where it does not. */
  private knows(scanner: RowScanner, at: number): boolean {
    const run = this.words[at] as Runs;
    const known = this.known[at] as KnownTexts;
    const start = scanner.startOf(run[0] as number);
    const end = scanner.endOf(run[1] as number);
    if (known.isNext(scanner.view, start, end)) return true;
    scanner.hash(run);
    return known.has(scanner.hash1, scanner.view, start, end);
  }
}

const rangeOf = (scanner: RowScanner, run: Runs): [number, number] => [
  scanner.startOf(run[0] as number),
  scanner.endOf(run[1] as number),
];

/** `-12.5` and its like; a number with an exponent is left to the reader of rows. */
export function isPlainNumber(bytes: Uint8Array, from: number, end: number): boolean {
  if (end - from > LONGEST_NUMBER) return false;
  const start = bytes[from] === MINUS ? from + 1 : from;
  let point = end;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= ZERO && byte <= NINE) continue;
    if (byte !== POINT || point !== end) return false;
    point = at;
  }
  return point > start && point !== end - 1 && end > start;
}
