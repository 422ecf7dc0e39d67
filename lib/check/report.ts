import type { Catalog } from '@/lib/catalog';
import type { Tables } from '@/lib/table/select';

/** Reports a fault; the place names ids, and numbers of readings and tests from 1. */
export type Report = (place: string, message: string) => void;

/** What claims and charts are checked with. */
export type Ground = {
  tables: Tables;
  /** Tables that could not be read, which is reported with their files. */
  unread: ReadonlySet<string>;
  report: Report;
};

export const unreadIn = ({ descriptor, tables }: Catalog): Set<string> =>
  new Set(descriptor.resources.flatMap(({ name }) => (tables.has(name) ? [] : [name])));

export const joined = (...places: string[]): string => places.filter(Boolean).join(', ');

/** A field of what stands at `place`: `value.part`, but `side 2, table`. */
export function fieldAt(place: string, field: string): string {
  if (place === '') return field;
  return /[\d"]$/.test(place) ? `${place}, ${field}` : `${place}.${field}`;
}

export const within = (report: Report, outer: string): Report => {
  return (place, message) => report(joined(outer, place), message);
};

/** Runs a check and counts its faults. */
export function faultsIn(report: Report, check: (report: Report) => void): number {
  let count = 0;
  check((place, message) => {
    count += 1;
    report(place, message);
  });
  return count;
}

/** The result of `make`; where it throws, the message is reported. */
export function made<T>(make: () => T, report: Report, place: string): T | undefined {
  try {
    return make();
  } catch (error) {
    report(place, (error as Error).message);
    return undefined;
  }
}
