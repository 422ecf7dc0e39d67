import { fsum } from 'd3-array';
import type { Why } from '@/lib/chart/input';
import type { Units } from './units';

/**
 * What a reader may do to a series, in this order: another currency, months added to years, units, years shown.
 * A value that cannot be had is null, never guessed. Points stand in order of time.
 */

export type Point = { start: number; end: number; value: number | null; why?: Why | undefined };

/** The point with what became of its value; of one that has none any more, why. */
const become = <T extends Point>(point: T, value: number | null, why: Why): T =>
  value === null && point.value !== null ? { ...point, value, why } : { ...point, value };

const byStart = <T extends Point>(points: T[]): Map<number, T> =>
  new Map(points.map((point) => [point.start, point]));

const yearOf = ({ start }: Point): number => new Date(start).getUTCFullYear();

type Year<T> = { year: number; months: T[]; value: number | null; why?: Why };

/** Calendar years as sums of their months; none of a year that lacks one, or that lacks a rate for one. */
export function toYears<T extends Point>(months: T[]): Year<T>[] {
  return [...new Set(months.map(yearOf))].map((year) => {
    const all = months.filter((month) => yearOf(month) === year);
    const inside = all.filter(({ value }) => value !== null);
    if (inside.length === 12)
      return { year, months: inside, value: fsum(inside, ({ value }) => value ?? 0) };
    const why = all.some((month) => month.why === 'rate') ? 'rate' : 'months';
    return { year, months: inside, value: null, why };
  });
}

function previous<T extends Point>(points: T[], index: number): T | undefined {
  const [before, own] = [points[index - 1], points[index]];
  return before && own && before.end === own.start ? before : undefined;
}

/** The same month, or stretch of months, a year earlier. */
function yearBefore<T extends Point>({ start, end }: T, known: Map<number, T>): T | undefined {
  const back = (time: number) => {
    const date = new Date(time);
    return date.setUTCFullYear(date.getUTCFullYear() - 1);
  };
  const found = known.get(back(start));
  return found?.end === back(end) ? found : undefined;
}

function difference(point: Point, before: Point | undefined): number | null {
  if (point.value === null || !before || before.value === null) return null;
  return point.value - before.value;
}

/** Per cent of the size of the value before, so that a rise is a rise below zero too; none from zero. */
function percent(point: Point, before: Point | undefined): number | null {
  const change = difference(point, before);
  return change === null || !before?.value ? null : (change / Math.abs(before.value)) * 100;
}

/** Change from the value before; per cent of it; per cent of a year before; or 100 at `base`, where a period begins. */
export function inUnits<T extends Point>(points: T[], units: Units, base: number | null): T[] {
  const known = byStart(points);
  const hundred = base === null ? null : (known.get(base)?.value ?? null);
  const value = (point: T, index: number): number | null => {
    switch (units) {
      case 'chg':
        return difference(point, previous(points, index));
      case 'pch':
        return percent(point, previous(points, index));
      case 'pc1':
        return percent(point, yearBefore(point, known));
      case 'index':
        return point.value !== null && hundred ? (point.value / hundred) * 100 : null;
      default:
        return point.value;
    }
  };
  const why = units === 'index' ? 'base' : 'before';
  return points.map((point, index) => become(point, value(point, index), why));
}

/** A period that a series has two figures for has no one part in a sum; nor has what is below zero. */
function partsOf<T extends Point>(points: T[]): Map<number, number> {
  const parts = new Map<number, number>();
  const twice = new Set<number>();
  for (const { start, value } of points) {
    if (parts.has(start)) twice.add(start);
    if (value !== null && value >= 0) parts.set(start, value);
  }
  for (const start of twice) parts.delete(start);
  return parts;
}

/** Each series as a share of all of them together, in per cent, where every one has one value. */
export function asShares<T extends Point>(all: T[][]): T[][] {
  const parts = all.map(partsOf);
  const total = (start: number): number | null => {
    const values = parts.flatMap((part) => part.get(start) ?? []);
    return values.length === all.length ? fsum(values) : null;
  };
  return all.map((points) =>
    points.map((point) => {
      const whole = total(point.start);
      const share = point.value !== null && whole ? (point.value / whole) * 100 : null;
      return become(point, share, 'whole');
    }),
  );
}

/** The beginning of the first period that every series has a value for: where an index starts unless told otherwise. */
export function commonBase(all: Point[][]): number | null {
  const known = all.map(
    (points) => new Set(points.flatMap(({ start, value }) => (value ? [start] : []))),
  );
  const shared = [...(known[0] ?? [])].filter((start) =>
    known.every((starts) => starts.has(start)),
  );
  return shared.length > 0 ? Math.min(...shared) : null;
}
