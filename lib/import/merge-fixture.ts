import type { Resource } from '@/lib/table/descriptor';
import { Merge, type MergeOptions, type Refusal } from './merge';
import type { Bounds } from './plain-rows';
import { type AddedRows, type Change, completeScopes, rewrite } from './rewrite';
import type { RowScanner } from './row-scan';

/** Merges texts in memory: what the command does with files. */

export type Merged = {
  text: string;
  merge: Merge;
  changes: Change[];
  refused: Refusal[];
  /** The keys of rows that a file speaks of and does not have. */
  gone: string[];
  /** And of rows that no file speaks of. */
  apart: string[];
};

type Options = MergeOptions & { size?: number; takeOut?: boolean };

const encoder = new TextEncoder();

async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = encoder.encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

export async function merged(
  resource: Resource,
  table: string,
  files: string[],
  { size = 7, takeOut = true, ...options }: Options = {},
): Promise<Merged> {
  const added: (AddedRows & { end: number })[] = [];
  const revised: { place: number; text: string }[] = [];
  const refused: Refusal[] = [];
  const sinks = {
    added: ({ start, end }: Bounds, scanner: RowScanner) =>
      added.push({ start, end, rows: 1, bytes: encoder.encode(`${scanner.text()}\n`) }),
    revised: (place: number, scanner: RowScanner) => revised.push({ place, text: scanner.text() }),
    refused: (refusal: Refusal) => refused.push(refusal),
    keep: () => {},
  };
  const bytes = encoder.encode(table);
  const bytesAt = (position: number) => bytes.slice(position, position + size);
  const merge = new Merge(resource, sinks, bytesAt, options);
  const take = merge.table();
  for await (const piece of pieces(table, size)) take(piece);
  take(undefined);
  for (const [at, text] of files.entries()) {
    const file = merge.file(`file ${at + 1}`);
    for await (const piece of pieces(text, size)) file.bytes(piece);
    file.endBytes();
  }
  await completeScopes(pieces(table, size), merge);
  const out = { changes: [] as Change[], gone: [] as string[], apart: [] as string[] };
  const parts: Uint8Array[] = [];
  const rewriting = {
    merge,
    revised: revised.sort((a, b) => a.place - b.place)[Symbol.iterator](),
    added: added.sort((a, b) => a.start - b.start || a.end - b.end)[Symbol.iterator](),
    takeOut: (key: string, covered: boolean) => {
      (covered ? out.gone : out.apart).push(key);
      return covered && takeOut;
    },
    note: (change: Change) => out.changes.push(change),
  };
  await rewrite(pieces(table, size), rewriting, (piece) => parts.push(piece.slice()));
  const text = Buffer.concat(parts).toString('utf8');
  return { text, merge, refused, ...out };
}
