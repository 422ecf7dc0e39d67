import type { Resource } from '@/lib/table/descriptor';
import { columnsRead } from './column-roles';
import { Decoder, type Encoding } from './decode';
import { type Delimiter, delimiterOf, newlineOf } from './delimiter';
import {
  type FileHead,
  ImportError,
  type ImportProblem,
  type LeftOut,
  type Summary,
} from './figure';
import type { Recognised, Start } from './format';
import { isText, noText } from './is-text';
import type { FormatId, Mapping } from './mapping';
import { type RecordBatch, RecordCutter } from './records';

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What a caller may set and wants to hear, whatever becomes of the records. */
export type FileOptions = {
  /** Otherwise told by the header. */
  as?: FormatId;
  mapping?: Mapping;
  encoding?: Encoding;
  delimiter?: Delimiter;
  /** Our own tables: their measures' units are known. */
  tables?: Resource[];
  signal?: AbortSignal;
  /** Called once, before any figure. */
  onHead?: (head: FileHead) => void;
  /** Called for every problem: a broken file can have millions, so keep a few and count. */
  onProblem?: (problem: ImportProblem) => void;
};

/** Takes the records under the header. */
export type BatchReader = {
  records: number;
  figures: number;
  left: number;
  leftBy?: () => LeftOut[];
  read: (batch: RecordBatch) => void | Promise<void>;
  /** The footnotes under the table. */
  end: () => string[] | Promise<string[]>;
};

/** Looks at the first records and says how the others are read. */
export type Open = (
  start: Start,
  report: (problem: ImportProblem) => void,
) => { found: Recognised; reader: BatchReader };

/** So much text is looked at to tell delimiter and format. */
const START = 256 * 1024;

/** So much text is cut into cells at once: a large piece of short ones would outlive the collector's first look. */
const CUT = 32 * 1024;
const LONGEST_START = 32 * 1024 * 1024;

/** Bytes to records, and the records to the reader that `open` makes once it has seen the first of them. */
export async function readFile(chunks: Chunks, options: FileOptions, open: Open): Promise<Summary> {
  const reading = new Reading(options, open);
  for await (const chunk of chunks) {
    options.signal?.throwIfAborted();
    await reading.push(chunk);
  }
  return reading.end();
}

type Opened = { cutter: RecordCutter; reader: BatchReader; head: FileHead };

class Reading {
  private readonly decoder: Decoder;
  private start = '';
  private wanted = START;
  private opened: Opened | null = null;
  private refused = 0;
  private flagged = 0;

  constructor(
    private readonly options: FileOptions,
    private readonly openWith: Open,
  ) {
    this.decoder = new Decoder(options.encoding);
  }

  async push(chunk: Uint8Array): Promise<void> {
    const text = this.decoder.push(chunk);
    if (text === '') return;
    if (this.opened) return this.takeText(this.opened, text);
    this.start += text;
    if (this.start.length >= this.wanted) await this.tryOpen(false);
  }

  async end(): Promise<Summary> {
    const text = this.decoder.end();
    if (this.opened) await this.takeText(this.opened, text);
    else {
      this.start += text;
      await this.tryOpen(true);
    }
    if (!this.opened) throw new ImportError('the file is empty');
    await this.take(this.opened, this.opened.cutter.end());
    return this.summary(this.opened);
  }

  /** A record longer than what is there so far needs more before its header can be seen. */
  private async tryOpen(last: boolean): Promise<void> {
    const { options, start } = this;
    if (!isText(start)) throw new ImportError(noText);
    const delimiter = options.delimiter ?? delimiterOf(start);
    const cutter = new RecordCutter(delimiter, newlineOf(start));
    const batch = cutter.push(start);
    if (batch.records.length < 2 && !last && start.length < LONGEST_START) {
      this.wanted = start.length * 2;
      return;
    }
    const batches = last ? [batch, cutter.end()] : [batch];
    const records = batches.flatMap((part) => part.records);
    if (records.some((cells) => cells.some((cell) => cell.trim() !== ''))) {
      await this.open(records, batches, delimiter, cutter);
    } else if (!last) throw new ImportError('the file begins with nothing but blank lines');
  }

  private async open(
    records: string[][],
    batches: RecordBatch[],
    delimiter: Delimiter,
    cutter: RecordCutter,
  ): Promise<void> {
    const { mapping = {}, tables = [], as } = this.options;
    const start = { records, delimiter, mapping, tables, as };
    const { found, reader } = this.openWith(start, (problem) => this.report(problem));
    this.opened = { cutter, reader, head: this.headOf(found, start) };
    this.start = '';
    this.options.onHead?.(this.opened.head);
    let skip = found.header + 1;
    for (const batch of batches) {
      const from = Math.min(skip, batch.records.length);
      skip -= from;
      await this.take(this.opened, after(batch, from));
    }
  }

  private headOf({ format, layout, header, language, notes }: Recognised, start: Start): FileHead {
    const sample = start.records.slice(header + 1, header + 21);
    return {
      format: format.id,
      formatTitle: format.title,
      encoding: this.decoder.encoding,
      bom: this.decoder.bom,
      delimiter: start.delimiter,
      language,
      columns: layout.columns,
      read: columnsRead(layout, sample),
      marks: layout.marks,
      header: header + 1,
      sample,
      notes,
    };
  }

  private async take({ reader }: Opened, batch: RecordBatch): Promise<void> {
    if (batch.records.length > 0) await reader.read(batch);
  }

  private async takeText(opened: Opened, text: string): Promise<void> {
    for (let at = 0; at < text.length; at += CUT)
      await this.take(opened, opened.cutter.push(text.slice(at, at + CUT)));
  }

  private report(problem: ImportProblem): void {
    if (problem.refused) this.refused += 1;
    else this.flagged += 1;
    this.options.onProblem?.(problem);
  }

  private async summary({ reader, head }: Opened): Promise<Summary> {
    const footnotes = await reader.end();
    return {
      head: { ...head, encoding: this.decoder.encoding },
      records: reader.records,
      figures: reader.figures,
      left: reader.left,
      leftBy: reader.leftBy?.() ?? [],
      refused: this.refused,
      flagged: this.flagged,
      notes: [...head.notes, ...footnotes],
    };
  }
}

/** A batch without its first records. */
function after({ line, records, faults }: RecordBatch, from: number): RecordBatch {
  if (from === 0) return { line, records, faults };
  const moved = faults && new Map([...faults].map(([place, fault]) => [place - from, fault]));
  return { line: line + from, records: records.slice(from), faults: moved };
}
