import type { Quantity, Where } from '@/lib/claim/claim';
import { evaluate, fill } from '@/lib/claim/quantity';
import { listed } from '@/lib/claim/rank';
import { didYouMean } from '@/lib/nearest';
import { parsePeriod } from '@/lib/table/period';
import type { Tables } from '@/lib/table/select';
import type { Table } from '@/lib/table/table';
import { faultsIn, fieldAt, type Ground, type Report } from './report';

/** Finds which part of a quantity cannot be evaluated, and suggests a cure. */

const UNFILLED = '; only a series over periods, a ranking over periods and a list fill it in';

const fieldsOf = ({ resource }: Table) => resource.schema.fields;

const valuesOf = ({ rows }: Table, column: string): string[] => [
  ...new Set(rows.map(({ cells }) => String(cells[column] ?? ''))),
];

const isPlaceholder = (text: string): boolean => text === '$period' || text === '$each';

export function checkTable(name: string, place: string, ground: Ground): Table | undefined {
  const { tables, unread, report } = ground;
  const table = tables.get(name);
  if (!table && !unread.has(name))
    report(place, `no table ${JSON.stringify(name)}${didYouMean(name, tables.keys())}`);
  return table;
}

export function checkColumn(table: Table, name: string, place: string, report: Report): boolean {
  const names = fieldsOf(table).map((field) => field.name);
  if (names.includes(name)) return true;
  const { name: of } = table.resource;
  report(place, `no column ${JSON.stringify(name)} in ${of}${didYouMean(name, names)}`);
  return false;
}

export function checkMeasure(table: Table, name: string, place: string, report: Report): void {
  const measures = fieldsOf(table).filter(({ role }) => role === 'measure');
  const names = measures.map((field) => field.name);
  if (names.includes(name)) return;
  const { name: of } = table.resource;
  report(place, `no measure ${JSON.stringify(name)} in ${of}${didYouMean(name, names)}`);
}

function checkCell(table: Table, column: string, value: string, place: string, report: Report) {
  const values = valuesOf(table, column);
  if (values.includes(value)) return;
  const cure = isPlaceholder(value) ? UNFILLED : didYouMean(value, values);
  report(place, `no row of ${table.resource.name} has ${JSON.stringify(value)}${cure}`);
}

/** Checks the names that select rows; undefined where the table cannot be read. */
export function checkRows(
  { table: name, where }: { table: string; where: Where },
  place: string,
  ground: Ground,
): Table | undefined {
  const table = checkTable(name, fieldAt(place, 'table'), ground);
  if (!table) return undefined;
  for (const [column, wanted] of Object.entries(where)) {
    const at = fieldAt(place, `where.${column}`);
    if (!checkColumn(table, column, at, ground.report)) continue;
    for (const value of [wanted].flat()) checkCell(table, column, value, at, ground.report);
  }
  return table;
}

export function checkPeriod(text: string, place: string, report: Report): void {
  try {
    parsePeriod(text);
  } catch (error) {
    report(place, `${(error as Error).message}${isPlaceholder(text) ? UNFILLED : ''}`);
  }
}

function checkList(rank: Extract<Quantity, { kind: 'rank' }>, place: string, ground: Ground) {
  const { each, subject } = rank;
  const table = checkRows(each, fieldAt(place, 'each'), ground);
  if (
    !table ||
    !checkColumn(table, each.dimension, fieldAt(place, 'each.dimension'), ground.report)
  )
    return;
  const except = (each.except ?? []).map((name) => ['each.except', name] as const);
  for (const [field, name] of [['subject', subject] as const, ...except])
    checkCell(table, each.dimension, name, fieldAt(place, field), ground.report);
}

function checkNames(quantity: Quantity, place: string, ground: Ground): void {
  if (quantity.kind === 'rank') checkList(quantity, place, ground);
  if ('table' in quantity) {
    const table = checkRows(quantity, place, ground);
    if (table && 'measure' in quantity)
      checkMeasure(table, quantity.measure, fieldAt(place, 'measure'), ground.report);
  }
  if ('period' in quantity) checkPeriod(quantity.period, fieldAt(place, 'period'), ground.report);
  if ('until' in quantity) checkPeriod(quantity.until, fieldAt(place, 'until'), ground.report);
}

const isQuantity = (value: unknown): value is Quantity =>
  typeof value === 'object' && value !== null && 'kind' in value && 'label' in value;

/** The quantities in a test, a series or another quantity, with their fields. */
export const quantitiesIn = (whole: object): [field: string, quantity: Quantity][] =>
  Object.entries(whole).flatMap(([field, value]): [string, Quantity][] => {
    if (isQuantity(value)) return [[field, value]];
    if (!Array.isArray(value)) return [];
    return value.flatMap((one, index): [string, Quantity][] =>
      isQuantity(one) ? [[`${field} ${index + 1}`, one]] : [],
    );
  });

const isEvaluable = (quantity: Quantity, tables: Tables): boolean => {
  try {
    evaluate(quantity, tables);
    return true;
  } catch {
    return false;
  }
};

/** The parts of a quantity; for a ranking, its value for the first name that has a fault. */
function partsOf(quantity: Quantity, tables: Tables): [string, Quantity][] {
  if (quantity.kind !== 'rank') return quantitiesIn(quantity);
  try {
    const filled = listed(quantity.each, tables).map((each) => fill(quantity.value, { each }));
    const broken = filled.find((value) => !isEvaluable(value, tables));
    return broken ? [['value', broken]] : [];
  } catch {
    return [];
  }
}

/** A broken file is reported once, not by everything that reads it. */
export const isReportedElsewhere = (message: string, { unread }: Ground): boolean =>
  [...unread].some((name) => message.endsWith(`no table "${name}"`));

/** Reports the faults of the innermost parts. `place` ends with the field that holds the quantity. */
export function checkQuantity(quantity: Quantity, place: string, ground: Ground): boolean {
  const { tables } = ground;
  try {
    evaluate(quantity, tables);
    return true;
  } catch (error) {
    const names = faultsIn(ground.report, (report) =>
      checkNames(quantity, place, { ...ground, report }),
    );
    const parts = partsOf(quantity, tables);
    const broken = parts.filter(
      ([field, part]) => !checkQuantity(part, fieldAt(place, field), ground),
    );
    const { message } = error as Error;
    if (names + broken.length === 0 && !isReportedElsewhere(message, ground))
      ground.report(place, message);
    return false;
  }
}
