import Papa from 'papaparse';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** With `\n` for Windows' line ends too: the reader drops the `\r` before it. */
export function newlineOf(text: string): '\n' | '\r' {
  return text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
}

/**
 * The delimiter under which most records have the same number of cells, two at least. A decimal comma gives `,`
 * some regular records too, but not the header.
 */
export function delimiterOf(text: string): Delimiter {
  const start = text.slice(0, 32_768);
  const newline = newlineOf(start);
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of delimiters) {
    if (!start.includes(delimiter)) continue;
    const regular = regularRecords(start, delimiter, newline);
    if (regular > most) [best, most] = [delimiter, regular];
  }
  return best;
}

/** How many records are as wide as the commonest width, the widest counting a little more. */
function regularRecords(text: string, delimiter: Delimiter, newline: '\n' | '\r'): number {
  const parser = new Papa.Parser({ delimiter, newline, preview: 100 });
  const records: string[][] = parser.parse(text, 0, false).data;
  const widths = new Map<number, number>();
  for (const { length } of records) {
    if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  }
  let best = 0;
  for (const [width, count] of widths) best = Math.max(best, count + 1 - 1 / width);
  return best;
}
