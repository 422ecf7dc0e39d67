import { checkHeader, type Known, type Problem, type Row, rowChecker } from './check-row';
import { type CsvRecord, formatRecord, readRecords } from './csv-records';
import type { Resource } from './descriptor';

export type { Problem, Row } from './check-row';

export type Table = {
  resource: Resource;
  rows: Row[];
  /** The revision whose rows these are, where that is an earlier one. */
  asOf?: string;
};

/** A broken file can have a problem in every cell: so many are told, the rest counted. */
const KEPT = 50;

export class TableError extends Error {
  readonly path: string;
  readonly problems: Problem[];
  readonly count: number;

  constructor(path: string, problems: Problem[], count = problems.length) {
    const kept = problems.slice(0, KEPT);
    const lines = kept.map((problem) => problemLine(path, problem));
    if (count > kept.length) lines.push(`… and ${count - kept.length} more`);
    super(lines.join('\n'));
    this.name = 'TableError';
    this.path = path;
    this.problems = kept;
    this.count = count;
  }
}

function problemLine(path: string, { row, column, message }: Problem): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const place = row === null ? '' : column === null ? `: row ${row}` : `: row ${row}, ${column}`;
  return `${file}${place}: ${message}`;
}

/** Reads a CSV file against its descriptor. All that is wrong with it is thrown as one TableError. */
export async function parseTable(
  resource: Resource,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  known: Known = {},
): Promise<Table> {
  const reader = new TableReader(resource, known);
  await readRecords(chunks, (record) => reader.take(record));
  return { resource, rows: reader.end() };
}

export function parseTableText(
  resource: Resource,
  text: string,
  known: Known = {},
): Promise<Table> {
  return parseTable(resource, [new TextEncoder().encode(text)], known);
}

/** The table as its file prints it. */
export function toCsv(resource: Resource, rows: Row[]): string {
  const header = resource.schema.fields.map((field) => field.name);
  return [header, ...rows.map((row) => row.raw)].map(formatRecord).join('');
}

class TableReader {
  private readonly rows: Row[] = [];
  private readonly problems: Problem[] = [];
  private count = 0;
  private header: 'awaited' | 'right' | 'wrong' = 'awaited';
  private readonly check: ReturnType<typeof rowChecker>;
  private readonly lineOf = new Map<string, number>();
  /** Blank lines so far: no fault at the end of the file, one anywhere else. */
  private blanks: number[] = [];

  constructor(
    private readonly resource: Resource,
    known: Known,
  ) {
    this.check = rowChecker(resource, known);
  }

  /** Under a wrong header nobody knows what the cells mean: only the header's problems are told. */
  take(record: CsvRecord): void {
    if (this.header === 'wrong') return;
    if (record.cells.length === 0) {
      this.blanks.push(record.line);
      return;
    }
    for (const line of this.blanks.splice(0)) this.report(line, null, 'blank line');
    if (this.header === 'awaited') this.takeHeader(record);
    else this.takeRow(record);
  }

  private takeHeader({ line, cells, fault }: CsvRecord): void {
    const found = this.count;
    if (fault) this.report(line, null, fault);
    else checkHeader(this.resource.schema.fields, cells, this.reportAt(line));
    this.header = this.count > found ? 'wrong' : 'right';
  }

  private takeRow({ line, cells, fault }: CsvRecord): void {
    const wanted = this.resource.schema.fields.length;
    const ragged = `expected ${wanted} cells, found ${cells.length}`;
    const problem = fault ?? (cells.length === wanted ? null : ragged);
    if (problem) {
      this.report(line, null, problem);
      return;
    }
    const row = this.check(line, cells, this.reportAt(line));
    this.checkKey(row);
    this.rows.push(row);
  }

  private checkKey({ line, key }: Row): void {
    const first = this.lineOf.get(key);
    if (first === undefined) this.lineOf.set(key, line);
    else this.report(line, null, `same key as row ${first}: ${JSON.stringify(key)}`);
  }

  end(): Row[] {
    if (this.header === 'awaited') this.report(null, null, 'empty file');
    else if (this.empty()) this.report(null, null, 'no rows');
    if (this.count > 0) throw new TableError(this.resource.path, this.problems, this.count);
    return this.rows;
  }

  private empty(): boolean {
    return this.rows.length === 0 && this.count === 0 && !this.resource.log;
  }

  private reportAt(line: number) {
    return (column: string | null, message: string) => this.report(line, column, message);
  }

  private report(row: number | null, column: string | null, message: string): void {
    this.count += 1;
    if (this.problems.length < KEPT) this.problems.push({ row, column, message });
  }
}
