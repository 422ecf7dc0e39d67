import type { Field, Resource } from '@/lib/table/descriptor';
import type { Period } from '@/lib/table/period';
import { KnownTexts } from './known-texts';
import { isPlainNumber, isPlainText } from './plain-cells';
import { type RowScanner, type Runs, runsOf } from './row-scan';

/** The bounds of a row without a period. */
export const noPeriod = {
  text: '',
  start: Number.NEGATIVE_INFINITY,
  end: Number.NEGATIVE_INFINITY,
};

export type Bounds = Pick<Period, 'text' | 'start' | 'end'>;

/** Columns side by side, and what has been found good in them. */
type Words = { run: Runs; known: KnownTexts; cells: Word[] };

/** One of them: `known` where a good cell is one of a list or a source, `null` where any text is. */
type Word = { place: number; run: Runs; optional: boolean; known: KnownTexts | null };

/**
 * Tells rows that are in order by their bytes alone: a period and texts that stood in a row which was read and
 * found good, plain numbers, and plain texts where any text will do. Cells are checked one by one (`cellChecker`), so
 * a row of good cells is good; only `period_type` is checked against another cell, and a table that has it is always
 * read.
 */
export class PlainRows {
  private readonly numbers: number[] = [];
  private readonly optional: boolean[] = [];
  private readonly words: Words[];
  private readonly columns: number;
  private readonly period: number;
  private readonly periodRun: Runs;
  private readonly none: boolean;
  private readonly periods = new KnownTexts();
  /** By the number of the period's text. */
  private readonly bounds: Bounds[] = [];

  constructor({ schema: { fields } }: Resource) {
    const columns = fields.map(({ name }) => name);
    this.columns = columns.length;
    this.period = fields.findIndex(({ role }) => role === 'period');
    this.periodRun = Int32Array.of(this.period, this.period);
    const limited = fields.some(({ type, constraints }) => type === 'number' && constraints?.enum);
    this.none = limited || columns.includes('period_type') || columns.length === 1;
    fields.forEach(({ type, constraints }, place) => {
      if (type !== 'number' || place === this.period) return;
      this.numbers.push(place);
      this.optional.push(!constraints?.required);
    });
    this.words = this.wordsOf(fields);
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
    if (this.period !== -1 && learned(this.periods, scanner, this.periodRun))
      this.bounds[this.periods.last] = bounds;
    for (const { run, known, cells } of this.words) {
      learned(known, scanner, run);
      for (const cell of cells) if (cell.known) learned(cell.known, scanner, cell.run);
    }
  }

  private wordsOf(fields: Field[]): Words[] {
    const columns = fields.map(({ name }) => name);
    const isWord = (_: string, place: number) =>
      place !== this.period && !this.numbers.includes(place);
    const runs = runsOf(columns, columns.filter(isWord));
    return Array.from({ length: runs.length / 2 }, (_, at) => {
      const run = runs.slice(at * 2, at * 2 + 2);
      const [from = 0, to = 0] = run;
      const cells = fields.slice(from, to + 1).map(({ role, constraints }, place) => ({
        place: from + place,
        run: Int32Array.of(from + place, from + place),
        optional: !constraints?.required,
        known: role === 'source' || constraints?.enum ? new KnownTexts() : null,
      }));
      return { run, known: new KnownTexts(), cells };
    });
  }

  /** Rows of one period mostly stand together. */
  private boundsOf(scanner: RowScanner): Bounds | null {
    const { periods, period } = this;
    const [start, end] = [scanner.startOf(period), scanner.endOf(period)];
    const known =
      periods.isAgain(scanner.view, start, end) || isKnown(periods, scanner, this.periodRun);
    return known ? (this.bounds[periods.last] as Bounds) : null;
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
    const { words } = this;
    for (let at = 0; at < words.length; at += 1) {
      const { run, known, cells } = words[at] as Words;
      if (isKnown(known, scanner, run)) continue;
      if (!cells.every((cell) => isGood(cell, scanner))) return false;
      learned(known, scanner, run);
    }
    return true;
  }
}

function isGood({ place, run, optional, known }: Word, scanner: RowScanner): boolean {
  const [from, end] = [scanner.startOf(place), scanner.endOf(place)];
  if (from === end) return optional;
  if (known) return isKnown(known, scanner, run);
  return isPlainText(scanner.bytes, from, end);
}

/** Leaves the run's hash in the scanner where it is not. */
function isKnown(known: KnownTexts, scanner: RowScanner, run: Runs): boolean {
  const start = scanner.startOf(run[0] as number);
  const end = scanner.endOf(run[1] as number);
  if (known.isNext(scanner.view, start, end)) return true;
  scanner.hash(run);
  return known.has(scanner.hash1, scanner.view, start, end);
}

/** Whether it is known now: a text may be too long to keep. */
function learned(known: KnownTexts, scanner: RowScanner, run: Runs): boolean {
  if (isKnown(known, scanner, run)) return true;
  const start = scanner.startOf(run[0] as number);
  return known.add(scanner.hash1, scanner.bytes, start, scanner.endOf(run[1] as number));
}
