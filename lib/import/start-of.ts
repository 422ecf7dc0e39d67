import { guessedColumns } from './column-roles';
import { Decoder } from './decode';
import { delimiterOf, newlineOf } from './delimiter';
import type { FileHead } from './figure';
import { isText } from './is-text';
import { plainMarks } from './numeral';
import type { Chunks, FileOptions } from './reading';
import { RecordCutter } from './records';

const LENGTH = 256 * 1024;
const SAMPLE = 20;

async function textOf(chunks: Chunks, decoder: Decoder): Promise<string> {
  let text = '';
  for await (const chunk of chunks) {
    text += decoder.push(chunk);
    if (text.length >= LENGTH) return text;
  }
  return text + decoder.end();
}

const isHeader = (cells: string[]): boolean =>
  cells.filter((cell) => cell.trim() !== '').length > 1;

/**
 * The top of a file that no format knows, so that a reader can say what its columns are; null where it has none,
 * and of what is no text.
 */
export async function startOf(chunks: Chunks, options: FileOptions = {}): Promise<FileHead | null> {
  const decoder = new Decoder(options.encoding);
  const text = await textOf(chunks, decoder);
  if (!isText(text)) return null;
  const delimiter = options.delimiter ?? delimiterOf(text);
  const cutter = new RecordCutter(delimiter, newlineOf(text));
  const records = [...cutter.push(text).records, ...cutter.end().records];
  const header = (options.mapping?.read?.header ?? records.findIndex(isHeader) + 1) - 1;
  const columns = records[header];
  if (!columns || !isHeader(columns)) return null;
  const sample = records.slice(header + 1, header + 1 + SAMPLE);
  return {
    format: 'generic',
    formatTitle: '',
    encoding: decoder.encoding,
    bom: decoder.bom,
    delimiter,
    language: null,
    marks: plainMarks,
    columns,
    read: guessedColumns(columns, sample),
    header: header + 1,
    sample,
    notes: [],
  };
}
