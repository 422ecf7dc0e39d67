import type { Field, Resource } from '@/lib/table/descriptor';
import { parsePeriod } from '@/lib/table/period';
import type { Figure, ImportProblem, Series } from './figure';
import type { ColumnSource, Mapping } from './mapping';
import { type Marks, toPlain } from './numeral';
import { shiftPoint } from './shift';
import type { RowBatch } from './to-rows';
import { powerOf, type Scaled, shiftBetween, unitText } from './unit';

type Columns = NonNullable<Mapping['columns']>;
type ValueSource = Extract<ColumnSource, { value: true }>;

/** All of a row that its series settles: cells with gaps for the rest, and where the figure goes. */
type Plan = { cells: string[]; place: number; shift: number; inverse: number | undefined };

/** Puts a publisher's figures into rows of a table, as a mapping says. */
export class RowMaker {
  private readonly fields: Field[];
  private readonly plans = new WeakMap<Series, Plan | string>();
  private readonly kinds = new Map<string, string>();
  /** Places of the cells that change from figure to figure. */
  private readonly periods: number[] = [];
  private readonly kindPlaces: number[] = [];
  private readonly statuses: { place: number; values: Record<string, string> | undefined }[] = [];

  constructor(
    { schema }: Resource,
    private readonly columns: Columns,
    private readonly marks: Marks,
    private readonly report: (problem: ImportProblem) => void,
  ) {
    this.fields = schema.fields;
    this.checkColumns();
    this.fields.forEach(({ name }, place) => {
      const source = columns[name];
      if (!source) return;
      if ('period' in source) this.periods.push(place);
      if ('kind' in source) this.kindPlaces.push(place);
      if ('status' in source) this.statuses.push({ place, values: source.values });
    });
  }

  /** Figures of one record and period that go into different columns make one row. */
  rows(figures: Figure[]): RowBatch {
    const batch: RowBatch = { rows: [], lines: [], withheld: [] };
    let last: Figure | null = null;
    for (const figure of figures) {
      const plan = this.planFor(figure);
      if (!plan || this.hasNoInverse(figure, plan)) continue;
      if (this.isWithheld(figure, plan)) {
        batch.withheld.push(this.rowOf(figure, plan));
        continue;
      }
      const row = batch.rows.at(-1);
      const joins = last?.line === figure.line && last.period === figure.period;
      if (row && joins && row[plan.place] === '') row[plan.place] = this.numeral(figure, plan);
      else this.add(figure, plan, batch);
      last = figure;
    }
    return batch;
  }

  private add(figure: Figure, plan: Plan, batch: RowBatch): void {
    batch.rows.push(this.rowOf(figure, plan));
    batch.lines.push(figure.line);
  }

  private rowOf(figure: Figure, plan: Plan): string[] {
    const row = plan.cells.slice();
    const { period, status } = figure;
    for (const place of this.periods) row[place] = period;
    for (const place of this.kindPlaces) row[place] = this.kindOf(period);
    for (const { place, values } of this.statuses) {
      row[place] = status === null ? '' : (wordFor(values, status) ?? status);
    }
    row[plan.place] = this.numeral(figure, plan);
    return row;
  }

  /** A figure without a value makes no row where the table asks for one: reported, and not refused. */
  private isWithheld({ value, line, status, raw }: Figure, { place }: Plan): boolean {
    const field = this.fields[place];
    if (value !== null || !field?.constraints?.required) return false;
    this.tell(line, field.name, `no figure: ${JSON.stringify(status ?? raw)}`, false);
    return true;
  }

  private planFor(figure: Figure): Plan | null {
    const { series, line } = figure;
    const known = this.plans.get(series);
    const plan = known ?? this.plan(series);
    if (known === undefined) this.plans.set(series, plan);
    if (plan === '') return null;
    if (typeof plan === 'string') return this.tell(line, series.measure, plan, true);
    return plan;
  }

  private hasNoInverse({ value, line }: Figure, { place, inverse }: Plan): boolean {
    if (inverse === undefined || value !== 0) return false;
    this.tell(line, this.fields[place]?.name ?? '', '0 cannot be turned over', true);
    return true;
  }

  private tell(row: number, column: string, message: string, refused: boolean): null {
    this.report({ row, column, message, refused });
    return null;
  }

  /** Empty where the mapping has no use for the measure, otherwise a plan or what is wrong. */
  private plan(series: Series): Plan | string {
    const cells: string[] = [];
    for (const { name } of this.fields) {
      const cell = cellOf(this.columns[name], series);
      if (cell.fault !== undefined) return `${name}: ${cell.fault}`;
      cells.push(cell.text);
    }
    const place = this.fields.findIndex(({ name }) => isFor(this.columns[name], series.measure));
    const field = this.fields[place];
    if (!field) return '';
    const source = this.columns[field.name] as ValueSource;
    const unitPlace = this.fields.findIndex(({ name }) => name === 'unit');
    const target = field.unit ?? cells[unitPlace];
    const shift = this.shift(series, source, target);
    if (typeof shift === 'string') return `${field.name}: ${shift}`;
    return { cells, place, shift, inverse: source.inverse };
  }

  private shift(
    series: Series,
    { units }: ValueSource,
    target: string | undefined,
  ): number | string {
    const unitSource = this.columns.unit;
    const translated = unitSource && 'unit' in unitSource ? unitSource.values : undefined;
    const from = scaledOf(series, { ...translated, ...units });
    if (from === null && target !== undefined) {
      return `the file states no unit: the mapping must say that it is ${target}`;
    }
    return shiftBetween(from ?? { unit: '', power: 0 }, target);
  }

  private numeral({ raw, value }: Figure, { shift, inverse }: Plan): string {
    if (value === null) return '';
    if (inverse !== undefined) return shiftPoint((1 / value).toFixed(inverse), -shift);
    return shiftPoint(toPlain(raw, this.marks) ?? String(value), shift);
  }

  private kindOf(period: string): string {
    const known = this.kinds.get(period);
    if (known !== undefined) return known;
    const { kind } = parsePeriod(period);
    this.kinds.set(period, kind);
    return kind;
  }

  private checkColumns(): void {
    const names = new Set(this.fields.map(({ name }) => name));
    for (const name of Object.keys(this.columns)) {
      if (!names.has(name))
        throw new Error(`the mapping fills a column that the table does not have: "${name}"`);
    }
  }
}

/** Own words alone: a cell may read `constructor`. */
const wordFor = (words: Record<string, string> | undefined, text: string): string | undefined =>
  words && Object.hasOwn(words, text) ? words[text] : undefined;

const isFor = (source: ColumnSource | undefined, measure: string): boolean =>
  source !== undefined &&
  'value' in source &&
  (source.measure === undefined || source.measure === measure);

/** A full name (`Dollars × 1000000`) takes the factor with it, a bare one leaves it. */
function scaledOf({ unit, factor }: Series, names: Record<string, string>): Scaled | null {
  const full = wordFor(names, unitText(unit, factor));
  if (full !== undefined && factor !== 1) return { unit: full, power: 0 };
  const bare = wordFor(names, unit ?? '') ?? unit;
  return bare === null ? null : { unit: bare, power: powerOf(factor) };
}

function cellOf(
  source: ColumnSource | undefined,
  { dimensions, unit, factor }: Series,
): { text: string; fault?: string } {
  if (!source) return { text: '' };
  if ('is' in source) return { text: source.is };
  if ('from' in source) return translated(dimensions[source.from] ?? '', source.values);
  if (!('unit' in source)) return { text: '' };
  const full = wordFor(source.values, unitText(unit, factor));
  return full === undefined ? translated(unit ?? '', source.values) : { text: full };
}

function translated(
  text: string,
  values: Record<string, string> | undefined,
): { text: string; fault?: string } {
  if (!values) return { text };
  const found = wordFor(values, text);
  if (found !== undefined) return { text: found };
  return { text, fault: `the mapping does not say what ${JSON.stringify(text)} is` };
}
