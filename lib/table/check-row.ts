import type { Field, Resource } from './descriptor';
import { type Period, parsePeriod } from './period';
import { printed } from './printed';

/** An empty cell is `null`, as the descriptor's `missingValues` says. */
export type Cell = string | number | null;

export type Row = {
  /** The record's number in the file, the header being 1: as a spreadsheet shows it. */
  line: number;
  /** The primary key's cells, fit for a URL's fragment and an element's id. */
  key: string;
  cells: Record<string, Cell>;
  period: Period | null;
  /** The cells as printed. */
  raw: string[];
};

export type Problem = { row: number | null; column: string | null; message: string };

export type Known = { sources?: Set<string> };

type Report = (column: string | null, message: string) => void;

const numeral = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** A spreadsheet runs a cell that begins with one of these, unless it is a number. */
const formula = /^[=+\-@\t\r]/;

export function checkHeader(fields: Field[], header: string[], report: Report): void {
  const names = fields.map((field) => field.name);
  const missing = names.filter((name) => !header.includes(name));
  const unknown = header.filter((name) => !names.includes(name));
  const repeated = names.filter((name) => header.indexOf(name) !== header.lastIndexOf(name));
  for (const name of missing) report(name, 'missing column');
  for (const name of unknown) report(null, `unknown column: ${JSON.stringify(name)}`);
  for (const name of repeated) report(name, 'duplicate column');
  if (missing.length + unknown.length + repeated.length > 0) return;
  const place = names.findIndex((name, index) => name !== header[index]);
  if (place === -1) return;
  report(header[place] ?? null, `wrong order: column ${place + 1} must be ${names[place]}`);
}

/** A function that reads a record's cells against the descriptor and reports all it finds wrong. */
export function rowChecker(resource: Resource, known: Known) {
  const { fields, primaryKey } = resource.schema;
  const keyPlaces = primaryKey.map((name) => placeOf(fields, name));
  const check = cellChecker(resource, known);

  return (line: number, raw: string[], report: Report): Row => {
    const { cells, period } = check(raw, report);
    const key = keyPlaces.map((place) => keyPart(raw[place] ?? '')).join('~');
    return { line, key, cells, period, raw };
  };
}

/** The same without the row's key, which takes as long as all cells together. */
export function cellChecker({ schema: { fields } }: Resource, known: Known) {
  const periodPlace = fields.findIndex((field) => field.role === 'period');
  // Rows of one period mostly stand together.
  let last: Period | null = null;

  return (raw: string[], report: Report): Pick<Row, 'cells' | 'period'> => {
    const cells: Record<string, Cell> = {};
    let period: Period | null = null;
    fields.forEach((field, place) => {
      const text = raw[place] ?? '';
      const fault = cellFault(field, text, known);
      if (fault !== null) {
        report(field.name, fault);
        return;
      }
      cells[field.name] = cellOf(field, text);
      if (place !== periodPlace || text === '') return;
      try {
        if (last?.text !== text) last = parsePeriod(text);
        period = last;
      } catch (error) {
        report(field.name, (error as Error).message);
      }
    });
    checkPeriodType(cells, period, report);
    return { cells, period };
  };
}

function placeOf(fields: Field[], name: string): number {
  const place = fields.findIndex((field) => field.name === name);
  if (place === -1) throw new Error(`primary key names no field: ${JSON.stringify(name)}`);
  return place;
}

/** Said, not thrown: a broken file can have millions, and an error takes its stack with it. */
function cellFault(field: Field, text: string, known: Known): string | null {
  const { required, enum: allowed } = field.constraints ?? {};
  if (text === '') return required ? 'empty, but required' : null;
  if (allowed && !allowed.includes(text))
    return `not one of ${allowed.join(', ')}: ${printed(text)}`;
  if (field.type === 'number') return isNumber(text) ? null : `not a number: ${printed(text)}`;
  if (formula.test(text) && !numeral.test(text))
    return `a spreadsheet would run this as a formula: ${printed(text)}`;
  if (field.role === 'source' && known.sources && !known.sources.has(text))
    return `unknown source: ${printed(text)}`;
  return null;
}

const isNumber = (text: string): boolean => numeral.test(text) && Number.isFinite(Number(text));

function cellOf({ type }: Field, text: string): Cell {
  if (text === '') return null;
  return type === 'number' ? Number(text) : text;
}

function checkPeriodType(cells: Row['cells'], period: Period | null, report: Report): void {
  const stated = cells.period_type;
  if (stated === undefined || period === null || stated === period.kind) return;
  report(
    'period_type',
    `${printed(period.text)} is a ${period.kind}, not ${typeof stated === 'string' ? printed(stated) : stated}`,
  );
}

/**
 * Readable, one text for one cell: a space becomes `_`, and what a fragment can't hold or the key needs itself
 * becomes `*` and its UTF-8 bytes in hex. Not `%`: Next decodes a fragment before it looks for the id.
 */
function keyPart(text: string): string {
  return text.replace(/[^A-Za-z0-9./:,()+ -]/gu, hexOf).replaceAll(' ', '_');
}

function hexOf(sign: string): string {
  const bytes = [...new TextEncoder().encode(sign)];
  return bytes.map((byte) => `*${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
