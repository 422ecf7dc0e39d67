import type { Refusal } from './merge';

/** What the keeper has named on the command line: rows that may go, and rows that may be left out. */
export type Named = {
  /** A pattern is for rows of which a file speaks; a whole key is for any. */
  gone: (key: string, covered: boolean) => boolean;
  refused: (refusal: Refusal) => boolean;
};

/** A `*` stands for any text: keys hold no bare one that would need more. */
function pattern(name: string, any = /\*/): RegExp {
  const parts = name.split(any).map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

/** As the report says a reason: with `…` for the value, and after its column or without. */
const reasonPattern = (name: string): RegExp => pattern(name, /[*…]/);

type Rows = { file: string | null; first: number; last: number };

/** `17`, `20-31`, `june.csv:17`, several joined by commas. */
function rowsNamed(text: string): Rows[] {
  const [, file = null, list = text] = /^(.*):([\d,-]+)$/s.exec(text) ?? [];
  return list.split(',').map((part) => {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (first === undefined) throw new Error(`--refused: not rows: ${JSON.stringify(part)}`);
    return { file, first: Number(first), last: Number(last) };
  });
}

type Names = { gone?: string[]; refused?: string[] | undefined; refusedFor?: string[] };

export function named(names: Names): Named {
  const keys = new Set(names.gone);
  const patterns = (names.gone ?? []).map((name) => pattern(name));
  const rows = (names.refused ?? []).flatMap(rowsNamed);
  const reasons = (names.refusedFor ?? []).map(reasonPattern);
  return {
    gone: (key, covered) => keys.has(key) || (covered && patterns.some((one) => one.test(key))),
    refused: ({ file, row, column, message }) =>
      rows.some(
        (one) => (one.file === null || one.file === file) && one.first <= row && row <= one.last,
      ) || reasons.some((one) => one.test(message) || one.test(`${column}: ${message}`)),
  };
}
