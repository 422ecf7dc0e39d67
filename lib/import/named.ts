/** What the keeper has named on the command line: rows that may go, and rows that may be left out. */
export type Named = {
  /** A pattern is for rows of which a file speaks; a whole key is for any. */
  gone: (key: string, covered: boolean) => boolean;
  refused: (file: string, row: number) => boolean;
};

/** A `*` in the name of a key stands for any text: keys hold no bare one that would need more. */
function keyPattern(name: string): RegExp {
  const parts = name.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

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

export function named(names: { gone?: string[]; refused?: string[] | undefined }): Named {
  const keys = new Set(names.gone);
  const patterns = (names.gone ?? []).map(keyPattern);
  const rows = (names.refused ?? []).flatMap(rowsNamed);
  return {
    gone: (key, covered) =>
      keys.has(key) || (covered && patterns.some((pattern) => pattern.test(key))),
    refused: (name, row) =>
      rows.some(
        ({ file, first, last }) => (file === null || file === name) && first <= row && row <= last,
      ),
  };
}
