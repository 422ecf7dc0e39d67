import { readFileSync } from 'node:fs';
import type { Figure, FileHead, ImportProblem, Summary } from './figure';
import { type ReadOptions, readImport } from './read';

export type Imported = {
  head: FileHead;
  figures: Figure[];
  problems: ImportProblem[];
  summary: Summary;
};

/** Reads bytes whole or in pieces of a size, and keeps all that comes. */
export async function imported(
  input: string | Uint8Array,
  options: ReadOptions = {},
  size = Number.POSITIVE_INFINITY,
): Promise<Imported> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const figures: Figure[] = [];
  const problems: ImportProblem[] = [];
  const heads: FileHead[] = [];
  const summary = await readImport(pieces(bytes, size), {
    ...options,
    onHead: (head) => void heads.push(head),
    onFigures: (batch) => void figures.push(...batch),
    onProblem: (problem) => void problems.push(problem),
  });
  const [head] = heads;
  if (!head || heads.length > 1) throw new Error(`${heads.length} heads`);
  return { head, figures, problems, summary };
}

export function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) {
    yield bytes.subarray(from, Math.min(bytes.length, from + size));
  }
}

export const sample = (name: string): Uint8Array => readFileSync(`lib/import/samples/${name}`);

/** Figures a line each: period, dimensions, measure, value as printed, factor, unit, status. */
export const lines = (figures: Figure[]): string[] =>
  figures.map(({ period, series, value, status }) =>
    [
      period,
      ...Object.values(series.dimensions),
      series.measure,
      value ?? 'none',
      `×${series.factor}`,
      series.unit ?? 'no unit',
      status ?? '',
    ].join(' | '),
  );

/** What is wrong, a line each. */
export const faults = (problems: ImportProblem[]): string[] =>
  problems.map(({ row, column, message }) => `row ${row}, ${column}: ${message}`);
