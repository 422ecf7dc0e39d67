import { ImportError } from './figure';
import { type Marks, plainMarks } from './numeral';
import type { DateReading } from './period-text';

/** A column with figures. */
export type ValueColumn = {
  place: number;
  measure: string;
  /** With years across, the period that heads the column. */
  period: string | null;
  unit: string | null;
  /** The column with this one's own unit, where a record has several; without a unit it has no figure. */
  unitPlace: number;
  /** The column that qualifies this one alone (`Y2019F`), -1 where there is none. */
  status: number;
};

/** A column whose records are taken by their text: `left` are those passed over, `null` for all others. */
type Condition = {
  place: number;
  texts: ReadonlySet<string>;
  left: ReadonlySet<string> | null;
};

/**
 * Where everything stands in a file's records, worked out once from its header. Every format is a function from
 * a header to one of these; one loop reads them all. A place of -1 stands for a column that is not there.
 */
export type Layout = {
  columns: string[];
  /** Joined with `-` where there are several: year and month. */
  period: number[];
  dates: DateReading | undefined;
  dimensions: { name: string; place: number }[];
  values: ValueColumn[];
  /** The column that names the measure, where one column of values holds several. */
  measure: number;
  unit: number;
  factor: number;
  /** What the factor's words mean, lower case. */
  factors: ReadonlyMap<string, number>;
  /** For a whole file. */
  fixedFactor: number;
  status: number[];
  /** What a status column's words mean, lower case: `true` in a column that asks "estimated?". Empty is none. */
  statusWords: ReadonlyMap<string, string>;
  /** Takes the scale out of a unit: `1000 USD`. */
  unitOf: (printed: string) => { unit: string; factor: number };
  /** Codes in a value's cell that mean no figure; the code is kept as status. */
  missing: ReadonlySet<string>;
  marks: Marks;
  where: Condition[];
};

/** The codes for no figure that statistical offices share. */
export const missingCodes: ReadonlySet<string> = new Set([
  '..',
  '...',
  '…',
  '.',
  'x',
  'X',
  'F',
  '-',
  '–',
  '—',
  ':',
  'n.a.',
  'n/a',
  'N/A',
  'NA',
  'ND',
  '#N/A',
]);

export function layoutOf(columns: string[], parts: Partial<Layout>): Layout {
  return {
    columns,
    period: [],
    dates: undefined,
    dimensions: [],
    values: [],
    measure: -1,
    unit: -1,
    factor: -1,
    factors: new Map(),
    fixedFactor: 1,
    status: [],
    statusWords: new Map(),
    unitOf: (unit) => ({ unit, factor: 1 }),
    missing: missingCodes,
    marks: plainMarks,
    where: [],
    ...parts,
  };
}

export function placeOf(columns: string[], name: string): number {
  const place = columns.indexOf(name);
  if (place === -1)
    throw new ImportError(`the mapping names a column that is not there: "${name}"`);
  return place;
}

export function valueAt(
  place: number,
  measure: string,
  more: Partial<ValueColumn> = {},
): ValueColumn {
  return { place, measure, period: null, unit: null, unitPlace: -1, status: -1, ...more };
}

/** Columns that stand for dimensions: all but those with another part, or without a name. */
export function dimensionsBut(columns: string[], taken: Iterable<number>): Layout['dimensions'] {
  const others = new Set(taken);
  const names = new Map<string, number>();
  return columns.flatMap((name, place) => {
    if (others.has(place) || name === '') return [];
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return [{ name: count === 1 ? name : `${name} (${count})`, place }];
  });
}
