import { fsum } from 'd3-array';
import { comparePeriods, contains, type Period, type PeriodKind, parsePeriod } from '@/lib/period';
import { evaluate } from '@/lib/quantity';
import type { Tables } from '@/lib/select';
import type { Row } from '@/lib/table';
import type { Units } from '@/lib/view';

/**
 * What a reader may do to a series, in this order: currency, months added to years, units, years shown. A value
 * that cannot be had is null, never guessed.
 */

export type Value = { period: Period; value: number | null; rows: Row[] };

const byStart = (values: Value[]): Map<number, Value> =>
  new Map(values.map((one) => [one.period.start, one]));

const changed = (one: Value, value: number | null): Value => ({ ...one, value });

/** Full calendar years as sums of their months; years that lack one are named in `incomplete`. */
export function toYears(months: Value[]): { years: Value[]; incomplete: string[] } {
  const texts = [...new Set(months.map(({ period }) => period.text.slice(0, 4)))];
  const incomplete: string[] = [];
  const years = texts.flatMap((text) => {
    const period = parsePeriod(text);
    const inside = months.filter((one) => contains(period, one.period) && one.value !== null);
    if (inside.length < 12) {
      incomplete.push(text);
      return [];
    }
    const rows = inside.flatMap((one) => one.rows);
    return [{ period, value: fsum(inside, (one) => one.value ?? 0), rows }];
  });
  return { years, incomplete };
}

/** Rates are averages of months and years: what is of neither cannot be turned into another currency. */
const RATED: PeriodKind[] = ['calendar_year', 'month', 'day'];

/** The amount in another currency at the average rate of its own month or year, through the US dollar. */
export function inCurrency(one: Value, unit: string, to: string, tables: Tables): Value {
  if (one.value === null || unit.slice(0, 3) === to) return one;
  if (!RATED.includes(one.period.kind)) return changed(one, null);
  const label = one.period.text;
  const amount = { kind: 'stated' as const, label, value: one.value, unit };
  const period = label.slice(0, 7);
  return changed(one, evaluate({ kind: 'converted', label, amount, to, period }, tables).value);
}

const previous = (values: Value[], index: number): Value | undefined => {
  const [before, own] = [values[index - 1], values[index]];
  return before && own && before.period.end === own.period.start ? before : undefined;
};

const yearBefore = (one: Value, known: Map<number, Value>): Value | undefined => {
  const date = new Date(one.period.start);
  const start = date.setUTCFullYear(date.getUTCFullYear() - 1);
  const found = known.get(start);
  return found?.period.kind === one.period.kind ? found : undefined;
};

const difference = (one: Value, before: Value | undefined): number | null =>
  one.value === null || !before || before.value === null ? null : one.value - before.value;

/** Per cent of the size of the value before, so that a rise is a rise below zero too; none from zero. */
function percent(one: Value, before: Value | undefined): number | null {
  const change = difference(one, before);
  if (change === null || !before?.value) return null;
  return (change / Math.abs(before.value)) * 100;
}

/** Change from the value before, per cent of it, per cent of the same period a year before, or 100 at a base. */
export function inUnits(values: Value[], units: Units, base: string | null): Value[] {
  const known = byStart(values);
  const at = base === null ? null : known.get(parsePeriod(base).start);
  switch (units) {
    case 'chg':
      return values.map((one, index) => changed(one, difference(one, previous(values, index))));
    case 'pch':
      return values.map((one, index) => changed(one, percent(one, previous(values, index))));
    case 'pc1':
      return values.map((one) => changed(one, percent(one, yearBefore(one, known))));
    case 'index':
      return values.map((one) =>
        changed(one, at?.value && one.value !== null ? (one.value / at.value) * 100 : null),
      );
    default:
      return values;
  }
}

/** Each series as a share of all of them together, in per cent, where every one has a value. */
export function asShares(all: Value[][]): Value[][] {
  const known = all.map(byStart);
  const total = (start: number): number | null => {
    const values = known.map((series) => series.get(start)?.value ?? null);
    return values.includes(null) ? null : fsum(values as number[]);
  };
  return all.map((values) =>
    values.map((one) => {
      const whole = total(one.period.start);
      return changed(one, one.value !== null && whole ? (one.value / whole) * 100 : null);
    }),
  );
}

/** The first period that every series has a value for: where an index starts when the reader names none. */
export function commonBase(all: Value[][]): string | null {
  const [first, ...others] = all;
  const periods = (first ?? []).filter(({ value }) => value).map(({ period }) => period);
  const shared = periods.filter((period) =>
    others.every((values) =>
      values.some((one) => one.period.text === period.text && Boolean(one.value)),
    ),
  );
  return shared.sort(comparePeriods)[0]?.text ?? null;
}
