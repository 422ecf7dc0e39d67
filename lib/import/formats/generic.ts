import { type Format, type Found, type Start, sampleUnder } from '../format';
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
  for (const header of headers(records, read)) {
    const columns = records[header];
    const layout = columns && layoutUnder(columns, sampleUnder(records, header), read);
    if (layout) return { header, layout, language: null, notes: unnamed(layout.columns) };
  }
  return null;
}

function layoutUnder(columns: string[], sample: string[][], read: ReadMapping): Layout | null {
  const across = acrossColumns(columns, read);
  const period = periodPlaces(columns, read, sample, across.length > 0);
  if (period.length === 0 && across.length === 0) return null;
  const named = [...period, ...fixedPlaces(columns, read)];
  const values = period.length === 0 ? across : longValues(columns, read, sample, named);
  if (values.length === 0) return null;
  return layoutOf(columns, {
    period,
    dates: read.dates,
    dimensions: dimensions(columns, read, [...named, ...values.map(({ place }) => place)]),
    values,
    ...qualifiers(columns, read),
  });
}

function unnamed(columns: string[]): string[] {
  return columns.flatMap((name, place) =>
    name === '' ? [`column ${place + 1} has no name and is left out`] : [],
  );
}

/**
 * Places where the header may be, in the order in which they are tried: the one that the mapping says, the first
 * with every column that it names, or else each of the first records as wide as what follows it. A title above the
 * table is narrower.
 */
function headers(records: string[][], { header, period, values }: ReadMapping): number[] {
  if (header !== undefined) return [header - 1];
  const listed = values === undefined ? [] : Object.values(values);
  const wanted = [...[period ?? []].flat(), ...listed];
  const places = records.slice(0, 40).map((_, place) => place);
  const found = places.filter((place) => wanted.every((name) => records[place]?.includes(name)));
  const wide = places.filter((place) => isAsWideAsRest(records, place));
  // Under the first of these the missing column is named.
  return wanted.length > 0 && found.length > 0 ? found : wide;
}

function isAsWideAsRest(records: string[][], place: number): boolean {
  const cells = records[place] ?? [];
  if (cells.filter((cell) => cell.trim() !== '').length < 2) return false;
  const rest = records.slice(place + 1, place + 201).filter(({ length }) => length > 1);
  return rest.filter(({ length }) => length >= cells.length).length * 2 >= rest.length;
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
  const found = columns.flatMap((_, at) => (holdsPeriods(sample, at, dates) ? [at] : []));
  const named = found.find((at) => periodNames.test(columns[at] ?? ''));
  return [named ?? found[0] ?? []].flat();
}

/** English and French. A code of four digits looks like a year. */
const periodNames = /year|date|period|month|day|time|année|annee|mois|jour|période|periode|ann\./i;

/** A few may be wrong: they are refused one by one, and the rest is read. */
function holdsPeriods(sample: string[][], place: number, dates: ReadMapping['dates']): boolean {
  const cells = sample.map((record) => record[place] ?? '').filter((cell) => cell !== '');
  const periods = cells.filter((cell) => toPeriod(cell, dates) !== null).length;
  return periods > 0 && periods >= cells.length * 0.8;
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
