import type { FileMerge, Merge, Refusal } from './merge';
import type { Named } from './named';
import type { Change } from './rewrite';

/** A value, as a message prints it. */
const quoted = /"(?:[^"\\]|\\.)*"/g;

export type RevisedFigure = {
  key: string;
  column: string;
  before: string;
  after: string;
  /** By what part of the old value; infinite where that was 0 or empty. */
  by: number;
};

export type FileReport = {
  name: string;
  /** Its format and how it was read, in words. */
  form: string;
  read: number;
  added: number;
  unchanged: number;
  revised: number;
  repeated: number;
  refused: number;
  series: number;
  first: string | null;
  last: string | null;
  notes: string[];
};

export type TableReport = {
  table: string;
  files: FileReport[];
  rowsBefore: number;
  /** The files have every row of the table: what each covers is not worked out. */
  complete: boolean;
  added: number;
  unchanged: number;
  revised: number;
  /** Revised cells: figures, largest change first, and the count of all; other cells only counted. */
  largest: RevisedFigure[];
  figures: number;
  otherCells: number;
  gone: number;
  goneKeys: string[];
  goneUnnamed: number;
  /** Rows of the table that no file speaks of. */
  apart: number;
  /** Of each reason the first few in full. */
  refusals: ToldRefusal[];
  reasons: Reason[];
  /** Cells, and rows as a whole. */
  refused: number;
  /** Rows. */
  refusedUnnamed: number;
  /** The file with all of them, where they are too many to tell. */
  refusedFile: string | null;
};

/** So many of each kind are told, the rest counted. */
const TOLD = 20;

/** `named` on the command line: the row may be left out. */
type ToldRefusal = Refusal & { named: boolean };

/** Why rows were refused, without the value that differs from row to row. */
export type Reason = { reason: string; named: boolean; n: number; columns: Set<string> };

/** So many reasons are told apart; the rest of a file that is broken in more ways is counted as one, without a name. */
const REASONS = 50;

/** With years across, each figure is of a column of its own. */
const COLUMNS = 1000;

/** Gathers what an import does to one table, in memory that does not grow with it. */
export class Reporter {
  private readonly measures: Set<string>;
  private readonly largest: RevisedFigure[] = [];
  private readonly goneKeys: string[] = [];
  private readonly refusals: ToldRefusal[] = [];
  private lastUnnamed = '';
  private readonly reasons = new Map<string, Reason>();
  private readonly count = {
    figures: 0,
    otherCells: 0,
    gone: 0,
    goneUnnamed: 0,
    apart: 0,
    refused: 0,
    refusedUnnamed: 0,
  };

  constructor(
    private readonly merge: Merge,
    private readonly named: Named,
    /** The files are the whole table: what they do not have is gone. */
    private readonly whole = false,
  ) {
    const { fields } = merge.resource.schema;
    this.measures = new Set(fields.flatMap(({ name, role }) => (role === 'measure' ? [name] : [])));
  }

  readonly refuse = (refusal: Refusal): void => {
    this.count.refused += 1;
    const named = this.named.refused(refusal);
    if (!named) this.countUnnamed(refusal);
    const reason = this.reasonOf(refusal, named);
    reason.n += 1;
    if (reason.n <= TOLD) this.refusals.push({ ...refusal, named });
  };

  /** A row may be refused for several of its cells, one after the other. */
  private countUnnamed({ file, row }: Refusal): void {
    const place = `${row} ${file}`;
    if (place !== this.lastUnnamed) this.count.refusedUnnamed += 1;
    this.lastUnnamed = place;
  }

  /** Whether the report names each refused row: else they are all in a file. */
  get isRefusalTold(): boolean {
    return this.refusals.length === this.count.refused;
  }

  private reasonOf({ column, message }: Refusal, named: boolean): Reason {
    const { reasons } = this;
    const text = message.replace(quoted, '…');
    const reason = reasons.has(`${named} ${text}`) || reasons.size < REASONS ? text : '';
    const key = `${named} ${reason}`;
    const known = reasons.get(key) ?? { reason, named, n: 0, columns: new Set() };
    reasons.set(key, known);
    if (column !== null && known.columns.size < COLUMNS) known.columns.add(column);
    return known;
  }

  /** A row that no file has is taken out where a file speaks of it, or where it is named. */
  readonly takeOut = (key: string, covered: boolean): boolean => {
    const told = this.named.gone(key, covered || this.whole);
    if (!covered && !told && !this.whole) {
      this.count.apart += 1;
      return false;
    }
    this.count.gone += 1;
    if (!told) this.count.goneUnnamed += 1;
    if (this.goneKeys.length < TOLD) this.goneKeys.push(key);
    return true;
  };

  readonly note = ({ change, key = '', column = '', before = '', after = '' }: Change): void => {
    if (change !== 'revised') return;
    if (!this.measures.has(column)) this.count.otherCells += 1;
    else this.noteFigure({ key, column, before, after, by: changeBy(before, after) });
  };

  private noteFigure(figure: RevisedFigure): void {
    this.count.figures += 1;
    const { largest } = this;
    const smaller = largest.findIndex(({ by }) => by < figure.by);
    if (smaller === -1 && largest.length === TOLD) return;
    largest.splice(smaller === -1 ? largest.length : smaller, 0, figure);
    if (largest.length > TOLD) largest.pop();
  }

  report(forms: ReadonlyMap<string, Pick<FileReport, 'form' | 'notes'>>): TableReport {
    const { merge, largest, goneKeys, refusals, count } = this;
    const files = merge.files.map((file) => fileReport(file, forms.get(file.name)));
    const sum = (of: 'added' | 'revised' | 'unchanged') =>
      files.reduce((total, file) => total + file[of], 0);
    return {
      table: merge.resource.name,
      files,
      rowsBefore: merge.rows,
      complete: count.gone + count.apart === 0,
      ...{ added: sum('added'), revised: sum('revised'), unchanged: sum('unchanged') },
      ...{ largest, goneKeys, refusals, refusedFile: null },
      reasons: [...this.reasons.values()].sort((a, b) => b.n - a.n),
      ...count,
    };
  }
}

function fileReport(
  { scope, ...file }: FileMerge,
  told?: Pick<FileReport, 'form' | 'notes'>,
): FileReport {
  const { name, read, added, unchanged, revised, repeated, refused } = file;
  return {
    ...{ name, read, added, unchanged, revised, repeated, refused },
    ...{ form: told?.form ?? '', notes: told?.notes ?? [] },
    series: scope.series,
    first: scope.first?.text ?? null,
    last: scope.last?.text ?? null,
  };
}

export function changeBy(before: string, after: string): number {
  if (before === '' || after === '') return Number.POSITIVE_INFINITY;
  const [from, to] = [Number(before), Number(after)];
  return from === to ? 0 : Math.abs((to - from) / from);
}

/** Whether nothing would be written. */
export const isUnchanged = ({ added, revised, gone }: TableReport): boolean =>
  added + revised + gone === 0;

export const isStopped = ({ goneUnnamed, refusedUnnamed }: TableReport): boolean =>
  goneUnnamed + refusedUnnamed > 0;
