import type { Figure, ImportProblem, LeftOut } from './figure';
import type { Layout, ValueColumn } from './layout';
import { LeftOuts } from './left-outs';
import { numeralFault, readNumeral } from './numeral';
import { periodFault, periodReader } from './period-text';
import type { RecordBatch } from './records';
import { SeriesIndex } from './series-index';

type Report = (problem: ImportProblem) => void;

/** A spreadsheet runs a cell that begins with one of these. A sign alone is a code for none. */
const formula = /^[=+\-@\t\r]./s;

/** A quantity of no unit is none: Comtrade prints 0 there. */
const unitless: ReadonlySet<string> = new Set(['', 'N/A', 'No Quantity', 'No quantity']);

/** So many figures are handed on at once: with years across, one piece of a file can hold tens of thousands. */
const MOST_FIGURES = 1000;

/** Notes under a table are few; more short records than this are a broken file. */
const NOTES = 500;

type Short = { line: number; cells: string[] };

/** Reads a file's records by its layout. */
export class FigureReader {
  records = 0;
  figures = 0;
  headersAgain = 0;
  private readonly leftOuts = new LeftOuts();
  private readonly index: SeriesIndex;
  private readonly period: (text: string) => string | null;
  private readonly width: number;
  /** Footnotes if nothing but their like follows, broken records otherwise. */
  private short: Short[] = [];
  private line = 0;

  constructor(
    private readonly layout: Layout,
    private readonly report: Report,
    private readonly sink: (figures: Figure[]) => void | Promise<void>,
  ) {
    this.width = layout.columns.length;
    this.period = periodReader(layout.dates);
    this.index = new SeriesIndex(layout, (name, text) => this.flagFormula(name, text));
  }

  read(batch: RecordBatch, from = 0): void | Promise<void> {
    const { line, records, faults } = batch;
    const out: Figure[] = [];
    let at = from;
    for (; at < records.length && out.length < MOST_FIGURES; at += 1) {
      const cells = records[at] as string[];
      this.line = line + at;
      const fault = faults?.get(at);
      if (fault) this.refuse(null, fault);
      else if (cells.length !== this.width) this.readRagged(cells, out);
      else this.readRecord(cells, out);
    }
    this.figures += out.length;
    const taken = out.length > 0 ? this.sink(out) : undefined;
    if (at === records.length) return taken;
    return taken ? taken.then(() => this.read(batch, at)) : this.read(batch, at);
  }

  get left(): number {
    return this.leftOuts.records;
  }

  leftBy(): LeftOut[] {
    return this.leftOuts.list();
  }

  /** The footnotes under the table. */
  end(): string[] {
    return this.short.map(({ cells }) => cells.filter((cell) => cell !== '').join(' '));
  }

  private readRagged(cells: string[], out: Figure[]): void {
    if (cells.every((cell) => cell === '')) return;
    const whole = cells.slice(0, this.width);
    const spare = cells.slice(this.width);
    if (cells.length > this.width && spare.every((cell) => cell === ''))
      this.readRecord(whole, out);
    else if (this.isNote(cells) && this.short.length < NOTES)
      this.short.push({ line: this.line, cells });
    else this.refuse(null, raggedFault(this.width, cells.length));
  }

  /** Short, and without a period where one belongs. */
  private isNote(cells: string[]): boolean {
    const text = this.periodText(cells).trim();
    return cells.length < this.width && (text === '' || this.period(text) === null);
  }

  private readRecord(cells: string[], out: Figure[]): void {
    if (this.isBlankOrHeader(cells)) return;
    if (this.short.length > 0) this.closeNotes();
    this.records += 1;
    if (!this.isWanted(cells)) return;
    const period = this.periodOf(cells);
    if (period === null) return;
    this.index.seek(cells);
    const { values } = this.layout;
    for (let column = 0; column < values.length; column += 1) {
      this.readValue(cells, values[column] as ValueColumn, column, period, out);
    }
  }

  /** A text that the mapping settles neither way is refused: its records would be lost in silence. */
  private isWanted(cells: string[]): boolean {
    for (const { place, texts, left } of this.layout.where) {
      const text = cells[place] ?? '';
      if (texts.has(text)) continue;
      const column = this.name(place) ?? '';
      if (left && !left.has(text)) this.refuse(column, unsettled(text));
      else this.leftOuts.add(column, text);
      return false;
    }
    return true;
  }

  /** Empty where the periods head the columns. */
  private periodOf(cells: string[]): string | null {
    const { period: places, columns } = this.layout;
    if (places.length === 0) return '';
    const text = this.periodText(cells);
    const period = this.period(text);
    if (period === null) this.refuse(columns[places[0] ?? 0] ?? null, periodFault(text));
    return period;
  }

  private isBlankOrHeader(cells: string[]): boolean {
    const { columns } = this.layout;
    if (cells[0] !== '' && cells[0] !== columns[0]) return false;
    if (cells.every((cell) => cell === '')) return true;
    if (!cells.every((cell, at) => cell === columns[at])) return false;
    this.headersAgain += 1;
    return true;
  }

  /** A record after what looked like footnotes: they were broken records. */
  private closeNotes(): void {
    const { line } = this;
    for (const short of this.short.splice(0)) {
      this.line = short.line;
      this.refuse(null, raggedFault(this.width, short.cells.length));
    }
    this.line = line;
  }

  private periodText(cells: string[]): string {
    const [first = -1, ...others] = this.layout.period;
    let text = cells[first] ?? '';
    for (const place of others) text += `-${cells[place] ?? ''}`;
    return text;
  }

  private readValue(
    cells: string[],
    column: ValueColumn,
    index: number,
    period: string,
    out: Figure[],
  ): void {
    const raw = cells[column.place] ?? '';
    if (column.unitPlace >= 0 && unitless.has(cells[column.unitPlace] ?? '')) return;
    if (raw === '' && this.isNone(cells, column)) return;
    const number = raw === '' ? Number.NaN : readNumeral(raw, this.layout.marks);
    const value = Number.isNaN(number) ? null : number;
    const code = value === null && raw !== '' ? raw.trim() : '';
    const series = this.index.series(index, cells);
    if (code !== '' && !this.layout.missing.has(code))
      this.refuse(this.name(column.place), numeralFault(raw, this.layout.marks));
    else if ('fault' in series) this.refuse(series.column, series.fault);
    else {
      const status = withCode(code, this.statusOf(cells, column));
      out.push({ line: this.line, period: column.period ?? period, series, value, status, raw });
    }
  }

  private name(place: number): string | null {
    return this.layout.columns[place] ?? null;
  }

  /** Across, an empty cell is no figure at all; in a record of its own the publisher says that there is none. */
  private isNone(cells: string[], { status }: ValueColumn): boolean {
    return this.layout.values.length > 1 && (status < 0 || (cells[status] ?? '') === '');
  }

  private statusOf(cells: string[], column: ValueColumn): string | null {
    let status = column.status < 0 ? '' : this.statusText(cells[column.status] ?? '');
    for (const place of this.layout.status) {
      const text = this.statusText(cells[place] ?? '');
      if (text !== '') status = status === '' ? text : `${status} ${text}`;
    }
    return status === '' ? null : status;
  }

  private statusText(text: string): string {
    return text === '' ? '' : (this.layout.statusWords.get(text.toLowerCase()) ?? text);
  }

  private flagFormula(name: string, text: string): void {
    if (!formula.test(text)) return;
    const message = `a spreadsheet would run this as a formula: ${JSON.stringify(text.slice(0, 60))}`;
    this.report({ row: this.line, column: name, message, refused: false });
  }

  private refuse(column: string | null, message: string): void {
    this.report({ row: this.line, column, message, refused: true });
  }
}

const withCode = (code: string, status: string | null): string | null =>
  code === '' ? status : status === null ? code : `${code} ${status}`;

const unsettled = (text: string): string => {
  const printed = JSON.stringify(text.slice(0, 60));
  return `the mapping does not say what ${printed} is: name it under "where" to take it, under "leave" to pass it over`;
};

export const raggedFault = (wanted: number, found: number): string =>
  `expected ${wanted} cells, found ${found}`;
