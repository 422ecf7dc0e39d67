import type { Resource } from '@/lib/table/descriptor';
import { Decoder, type Encoding } from './decode';
import { type Delimiter, delimiterOf, newlineOf } from './delimiter';
import {
  type Figure,
  type FileHead,
  ImportError,
  type ImportProblem,
  type Summary,
} from './figure';
import { FigureReader } from './figures';
import type { Found } from './format';
import { type formats, recognise } from './formats';
import type { FormatId, Mapping } from './mapping';
import { type RecordBatch, RecordCutter } from './records';

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export type ReadOptions = {
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
  /** Called with the figures of one piece of the file; the reader waits for a promise. The array is not used again. */
  onFigures?: (figures: Figure[]) => void | Promise<void>;
  /** Called for every problem: a broken file can have millions, so keep a few and count. */
  onProblem?: (problem: ImportProblem) => void;
};

/** So much text is looked at to tell delimiter and format. */
const START = 256 * 1024;
const LONGEST_START = 32 * 1024 * 1024;

/**
 * Reads a publisher's CSV piece by piece: `onHead`, then figures and problems in the file's order, then the
 * Summary. Throws ImportError where the file as a whole can't be read: empty, of no known form, a record without
 * end. Memory does not grow with the file.
 */
export async function readImport(chunks: Chunks, options: ReadOptions = {}): Promise<Summary> {
  const reading = new Reading(options);
  for await (const chunk of chunks) {
    options.signal?.throwIfAborted();
    await reading.push(chunk);
  }
  return reading.end();
}

type Opened = {
  cutter: RecordCutter;
  figures: FigureReader;
  head: FileHead;
};

class Reading {
  private readonly decoder: Decoder;
  private start = '';
  private wanted = START;
  private opened: Opened | null = null;
  private refused = 0;
  private flagged = 0;

  constructor(private readonly options: ReadOptions) {
    this.decoder = new Decoder(options.encoding);
  }

  async push(chunk: Uint8Array): Promise<void> {
    const text = this.decoder.push(chunk);
    if (text === '') return;
    if (this.opened) return this.take(this.opened, this.opened.cutter.push(text));
    this.start += text;
    if (this.start.length >= this.wanted) await this.tryOpen(false);
  }

  async end(): Promise<Summary> {
    const text = this.decoder.end();
    if (this.opened) await this.take(this.opened, this.opened.cutter.push(text));
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
    const delimiter = options.delimiter ?? delimiterOf(start);
    const cutter = new RecordCutter(delimiter, newlineOf(start));
    const batch = cutter.push(start);
    if (batch.records.length < 2 && !last && start.length < LONGEST_START) {
      this.wanted = start.length * 2;
      return;
    }
    const batches = last ? [batch, cutter.end()] : [batch];
    const records = batches.flatMap((part) => part.records);
    if (records.every((cells) => cells.every((cell) => cell === ''))) {
      if (last) return;
      throw new ImportError('the file begins with nothing but blank lines');
    }
    await this.open(records, batches, delimiter, cutter);
  }

  private async open(
    records: string[][],
    batches: RecordBatch[],
    delimiter: Delimiter,
    cutter: RecordCutter,
  ): Promise<void> {
    const { mapping = {}, tables = [], as } = this.options;
    const found = recognise({ records, delimiter, mapping, tables }, as);
    const head = this.headOf(found, records, delimiter);
    const figures = new FigureReader(found.layout, (problem) => this.tell(problem));
    this.opened = { cutter, figures, head };
    this.start = '';
    this.options.onHead?.(head);
    let skip = found.header + 1;
    for (const batch of batches) {
      const from = Math.min(skip, batch.records.length);
      skip -= from;
      await this.take(this.opened, after(batch, from));
    }
  }

  private headOf(
    { format, layout, header, language, notes }: Found & { format: (typeof formats)[number] },
    records: string[][],
    delimiter: Delimiter,
  ): FileHead {
    return {
      format: format.id,
      formatTitle: format.title,
      encoding: this.decoder.encoding,
      bom: this.decoder.bom,
      delimiter,
      language,
      columns: layout.columns,
      marks: layout.marks,
      header: header + 1,
      sample: records.slice(header + 1, header + 21),
      notes,
    };
  }

  private async take({ figures }: Opened, batch: RecordBatch): Promise<void> {
    if (batch.records.length === 0) return;
    const read = figures.read(batch);
    if (read.length > 0) await this.options.onFigures?.(read);
  }

  private tell(problem: ImportProblem): void {
    if (problem.refused) this.refused += 1;
    else this.flagged += 1;
    this.options.onProblem?.(problem);
  }

  private summary({ figures, head }: Opened): Summary {
    const footnotes = figures.end();
    return {
      head: { ...head, encoding: this.decoder.encoding },
      records: figures.records,
      figures: figures.figures,
      left: figures.left,
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
