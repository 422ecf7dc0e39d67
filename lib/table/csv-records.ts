import Papa from 'papaparse';
import { printed } from './printed';

/** `line` is the record's number, the header being 1. A blank line has no cells. */
export type CsvRecord = { line: number; cells: string[]; fault: string | null };

type Take = (record: CsvRecord) => void;

/** RFC 4180: a cell is bare, without quotes and line breaks, or quoted, with its quotes doubled. */
const strict = /^(?:[^",\r\n]*|"[^"]*(?:""[^"]*)*")(?:,(?:[^",\r\n]*|"[^"]*(?:""[^"]*)*"))*$/;

/**
 * Reads a CSV file piece by piece and hands on each record as it is complete. A byte that is not UTF-8 becomes
 * U+FFFD, which makes the record a fault: a fatal decoder could not say where it stopped.
 */
export async function readRecords(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  take: Take,
): Promise<void> {
  const decoder = new TextDecoder('utf-8');
  const reader = recordReader(take);
  for await (const chunk of chunks) reader.push(decoder.decode(chunk, { stream: true }));
  reader.push(decoder.decode());
  reader.end();
}

function recordReader(take: Take) {
  let pending = '';
  let newline: '\n' | '\r\n' | undefined;
  let line = 0;

  function parse(last: boolean) {
    // Settled by the first line: Papa would guess anew, and wrong where a piece ends between CR and LF.
    newline ??= pending[pending.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
    const lineBreak = newline;
    let from = 0;
    const step: Papa.ParseConfig<string[][]>['step'] = ({ data, errors, meta }) => {
      const text = withoutEnd(pending.slice(from, meta.cursor), lineBreak);
      from = meta.cursor;
      line += 1;
      const cells = text === '' ? [] : (data[0] ?? []);
      take({ line, cells, fault: faultOf(text, cells, errors) });
    };
    new Papa.Parser({ delimiter: ',', newline, step }).parse(pending, 0, !last);
    pending = pending.slice(from);
  }

  return {
    push(text: string) {
      pending += text;
      if (text.includes('\n')) parse(false);
    },
    end() {
      parse(true);
    },
  };
}

/** One record's cells, from its text without line end; or what is wrong with it. */
export function readRecord(text: string): Pick<CsvRecord, 'cells' | 'fault'> {
  if (!/["\r\uFFFD]/.test(text)) return { cells: text.split(','), fault: null };
  const { data, errors } = new Papa.Parser({ delimiter: ',', newline: '\n' }).parse(text, 0, false);
  const cells: string[] = data[0] ?? [];
  return { cells, fault: faultOf(text, cells, errors) };
}

function withoutEnd(text: string, end: string): string {
  return text.endsWith(end) ? text.slice(0, -end.length) : text;
}

/** Papa forgives more than RFC 4180: it drops blanks after a closing quote and keeps a stray quote. */
function faultOf(text: string, cells: string[], errors: Papa.ParseError[]): string | null {
  if (errors[0]?.code === 'MissingQuotes') return 'a quoted cell is never closed';
  const damaged = cells.find((cell) => cell.includes('\uFFFD'));
  if (damaged !== undefined) return `not UTF-8 text: ${printed(damaged)}`;
  if (strict.test(text)) return null;
  if (text.includes('"')) return 'a quote that neither opens nor closes a cell and is not doubled';
  return 'a line break unlike the first one';
}

/** The cells as one line of CSV, quoted only where they must be. */
export function formatRecord(cells: string[]): string {
  const line = cells.map(formatCell).join(',');
  return `${line === '' ? '""' : line}\n`;
}

function formatCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers never come here. */
export const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
