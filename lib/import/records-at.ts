import { Decoder, type Encoding } from './decode';
import { type Delimiter, newlineOf } from './delimiter';
import type { Chunks } from './reading';
import { type RecordBatch, RecordCutter } from './records';

/** How a file was found to be written. */
export type Written = { encoding: Encoding; delimiter: Delimiter };

/** Records by their numbers: what is wrong with a row far down is shown with the row itself. */
export async function recordsAt(
  chunks: Chunks,
  { encoding, delimiter }: Written,
  lines: Iterable<number>,
): Promise<Map<number, string[]>> {
  const wanted = [...new Set(lines)].sort((a, b) => a - b);
  const found = new Map<number, string[]>();
  const last = wanted.at(-1) ?? 0;
  const decoder = new Decoder(encoding);
  let cutter: RecordCutter | undefined;
  const take = ({ line, records }: RecordBatch): boolean => {
    const end = line + records.length;
    for (const number of wanted)
      if (number >= line && number < end) found.set(number, records[number - line] ?? []);
    return end > last;
  };
  for await (const chunk of chunks) {
    const text = decoder.push(chunk);
    if (text === '') continue;
    cutter ??= new RecordCutter(delimiter, newlineOf(text));
    if (take(cutter.push(text))) return found;
  }
  const rest = decoder.end();
  cutter ??= new RecordCutter(delimiter, newlineOf(rest));
  take(cutter.push(rest));
  take(cutter.end());
  return found;
}
