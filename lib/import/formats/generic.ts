import { type Format, type Found, findHeader, type Start, sampleUnder } from '../format';
import {
  dimensionsBut,
  type Layout,
  layoutOf,
  placeOf,
  type ValueColumn,
  valueAt,
} from '../layout';
import type { ReadMapping } from '../mapping';
import { type Marks, readNumeral } from '../numeral';
import { toPeriod } from '../period-text';

/** Any table, as the mapping says; what it leaves open is guessed from the first records. */
function find({ records, mapping }: Start): Found | null {
  const read = mapping.read ?? {};
  const header = read.header === undefined ? guessedHeader(records, read) : read.header - 1;
  const columns = records[header];
  if (!columns) return null;
  const sample = sampleUnder(records, header);
  const across = acrossColumns(columns, read);
  const period = periodPlaces(columns, read, sample, across.length > 0);
  if (period.length === 0 && across.length === 0) return null;
  const fixed = fixedPlaces(columns, read);
  const named = [...period, ...fixed];
  const values = period.length === 0 ? across : longValues(columns, read, sample, named);
  if (values.length === 0) return null;
  const layout = layoutOf(columns, {
    period,
    dates: read.dates,
    dimensions: dimensions(columns, read, [...named, ...values.map(({ place }) => place)]),
    values,
    ...qualifiers(columns, read),
  });
  return { header, layout, language: null, notes: unnamed(columns) };
}

function unnamed(columns: string[]): string[] {
  return columns.flatMap((name, place) =>
    name === '' ? [`column ${place + 1} has no name and is left out`] : [],
  );
}

/** The first record with every column that the mapping names, or else the first with two cells or more. */
function guessedHeader(records: string[][], { period, values }: ReadMapping): number {
  const listed = values === undefined ? [] : Array.isArray(values) ? values : Object.keys(values);
  const wanted = [...[period ?? []].flat(), ...listed];
  if (wanted.length > 0)
    return records.findIndex((cells) => wanted.every((n) => cells.includes(n)));
  return findHeader(records, (names) => names.filter((name) => name !== '').length > 1);
}

function acrossColumns(columns: string[], { across, period, unit }: ReadMapping): ValueColumn[] {
  if (period !== undefined && !across) return [];
  const prefix = across?.prefix ?? '';
  const fixedUnit = unit && 'is' in unit ? unit.is : null;
  const found = columns.flatMap((name, place) => {
    const head = name.startsWith(prefix) ? toPeriod(name.slice(prefix.length)) : null;
    const measure = across?.measure ?? 'value';
    return head === null ? [] : [valueAt(place, measure, { period: head, unit: fixedUnit })];
  });
  return found.length > 1 || across ? found : [];
}

function periodPlaces(
  columns: string[],
  { period, dates }: ReadMapping,
  sample: string[][],
  across: boolean,
): number[] {
  if (period !== undefined) return [period].flat().map((name) => placeOf(columns, name));
  if (across) return [];
  const place = columns.findIndex((_, at) => {
    const cells = sample.map((record) => record[at] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.every((cell) => toPeriod(cell, dates) !== null);
  });
  return place === -1 ? [] : [place];
}

/** Columns with a part of their own. */
function fixedPlaces(columns: string[], { unit, factor, status }: ReadMapping): number[] {
  const names = [
    unit && 'column' in unit ? unit.column : undefined,
    factor && 'column' in factor ? factor.column : undefined,
    status,
  ];
  return names.flatMap((name) => (name === undefined ? [] : [placeOf(columns, name)]));
}

function longValues(
  columns: string[],
  { values, unit, decimal, group }: ReadMapping,
  sample: string[][],
  taken: number[],
): ValueColumn[] {
  const fixedUnit = unit && 'is' in unit ? unit.is : null;
  const at = (place: number, measure: string) => valueAt(place, measure, { unit: fixedUnit });
  if (Array.isArray(values)) return values.map((name) => at(placeOf(columns, name), name));
  if (values) {
    return Object.entries(values).map(([measure, name]) => at(placeOf(columns, name), measure));
  }
  const marks: Marks = { decimal: decimal ?? '.', group: group ?? '' };
  return columns.flatMap((name, place) => {
    const cells = sample.map((record) => record[place] ?? '').filter((cell) => cell !== '');
    const figures = cells.filter((cell) => isFigure(cell, marks)).length;
    const isValue = cells.length > 0 && figures * 2 > cells.length && !taken.includes(place);
    return isValue ? [at(place, name)] : [];
  });
}

/** Grouped digits too: the reader then asks what they mean. */
const isFigure = (cell: string, marks: Marks): boolean =>
  !Number.isNaN(readNumeral(cell, marks)) || /^-?\d+(?:[.,'’ \u00a0\u202f]\d+)*$/.test(cell);

function dimensions(columns: string[], read: ReadMapping, taken: number[]): Layout['dimensions'] {
  if (read.dimensions === undefined) return dimensionsBut(columns, taken);
  const pairs = Array.isArray(read.dimensions)
    ? read.dimensions.map((name) => [name, name] as const)
    : Object.entries(read.dimensions);
  return pairs.map(([name, column]) => ({ name, place: placeOf(columns, column) }));
}

function qualifiers(columns: string[], read: ReadMapping): Partial<Layout> {
  const { unit, factor, status, missing, decimal, group } = read;
  return {
    ...(unit && 'column' in unit ? { unit: placeOf(columns, unit.column) } : {}),
    ...(factor && 'column' in factor ? { factor: placeOf(columns, factor.column) } : {}),
    ...(factor && 'is' in factor ? { fixedFactor: factor.is } : {}),
    ...(status === undefined ? {} : { status: [placeOf(columns, status)] }),
    ...(missing ? { missing: new Set(missing) } : {}),
    marks: { decimal: decimal ?? '.', group: group ?? '' },
  };
}

export const generic: Format = { id: 'generic', title: 'Table of your own', find };
