import type { Resource } from '@/lib/table/descriptor';
import type { Delimiter } from './delimiter';
import type { Layout } from './layout';
import type { FormatId, Mapping } from './mapping';

/** What a format may look at to know its own. */
export type Start = {
  /** The first records of the file. */
  records: string[][];
  delimiter: Delimiter;
  mapping: Mapping;
  /** Asked for by hand. */
  as: FormatId | undefined;
  /** Our own tables, whose units are known. */
  tables: Resource[];
};

export type Found = {
  /** The header's place in `records`. */
  header: number;
  layout: Layout;
  language: 'en' | 'fr' | null;
  notes: string[];
};

export type Recognised = Found & { format: Pick<Format, 'id' | 'title'> };

export type Format = { id: FormatId; title: string; find: (start: Start) => Found | null };

/** A publisher's headings come in any case and with stray blanks. */
export const fold = (name: string): string => name.trim().toLowerCase();

/** The first record that passes, among the first few dozen. */
export function findHeader(records: string[][], test: (names: string[]) => boolean): number {
  return records.slice(0, 40).findIndex((cells) => test(cells.map(fold)));
}

/** The records under a header that are as wide as it, to see what a column holds. */
export function sampleUnder(records: string[][], header: number): string[][] {
  const width = records[header]?.length ?? 0;
  return records.slice(header + 1, header + 201).filter(({ length }) => length >= width);
}
