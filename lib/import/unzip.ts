import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { ImportError } from './figure';
import type { Chunks } from './reading';

/** A table in an archive. Its chunks can be read once, before the next file is asked for. */
export type Unpacked = { name: string; chunks: AsyncIterable<Uint8Array> };

export type UnzipOptions = {
  /** Expanded bytes, all files together. */
  most?: number;
  /** Told of every file that is passed over, and why. */
  onSkip?: (name: string, reason: string) => void;
};

const MOST = 4 * 1024 ** 3;

/** Tables pack to a tenth or a thirtieth. DEFLATE reaches a thousandth with nothing but repetition. */
const RATIO = 200;
/** Below this size a high ratio harms nobody. */
const HARMLESS = 16 * 1024 * 1024;
const FILES = 1000;

/** So many packed bytes are expanded at once: at worst a thousand times as many. */
const SLICE = 8192;

export const isZip = (start: Uint8Array): boolean =>
  start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4;

/**
 * The tables in a ZIP archive, one after the other, as their bytes come: nothing is kept, nothing written. Throws
 * ImportError for an archive that is broken, expands beyond the limits, or has names that lead out of a folder.
 */
export async function* unzip(chunks: Chunks, options: UnzipOptions = {}): AsyncGenerator<Unpacked> {
  const unpacker = new Unpacker(chunks, options);
  let files = 0;
  for (let event = await unpacker.next(); event; event = await unpacker.next()) {
    if (event.kind !== 'file') continue;
    files += 1;
    yield { name: event.name, chunks: unpacker.chunks() };
    await unpacker.drain();
  }
  if (files === 0)
    throw new ImportError(unpacker.isOffice ? spreadsheet : 'the archive holds no CSV file');
}

/** Spreadsheets are archives too, and begin with one of these. */
const office = /^(?:\[Content_Types\]\.xml|mimetype)$/;

const spreadsheet = 'this is a spreadsheet or a document: save its table as CSV';

type Event = { kind: 'file'; name: string } | { kind: 'data'; bytes: Uint8Array } | { kind: 'end' };

class Unpacker {
  private readonly archive = new Unzip((file) => this.meet(file));
  private readonly slices: AsyncIterator<Uint8Array>;
  private readonly events: Event[] = [];
  private packed = 0;
  private expanded = 0;
  private files = 0;
  private inFile = false;
  private open = 0;
  private done = false;
  isOffice = false;

  constructor(
    chunks: Chunks,
    private readonly options: UnzipOptions,
  ) {
    this.archive.register(UnzipInflate);
    this.slices = slicesOf(chunks);
  }

  async next(): Promise<Event | undefined> {
    while (this.events.length === 0 && !this.done) await this.pull();
    const event = this.events.shift();
    if (event) this.inFile = event.kind !== 'end';
    return event;
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    for (let event = await this.next(); event?.kind === 'data'; event = await this.next()) {
      yield event.bytes;
    }
  }

  /** What a caller did not read of a file. */
  async drain(): Promise<void> {
    while (this.inFile && (await this.next()));
  }

  private async pull(): Promise<void> {
    const { value, done } = await this.slices.next();
    this.done = done === true;
    this.packed += value?.length ?? 0;
    try {
      this.archive.push(value ?? new Uint8Array(0), this.done);
    } catch (error) {
      if (error instanceof ImportError) throw error;
      throw new ImportError(`the archive is broken: ${(error as Error).message}`);
    }
    if (this.done && this.open > 0) throw new ImportError('the archive ends within a file');
  }

  private meet(file: UnzipFile): void {
    this.files += 1;
    if (this.files > FILES) throw new ImportError(`the archive holds more than ${FILES} files`);
    if (leadsOut(file.name)) {
      throw new ImportError(
        `the archive has a name that leads elsewhere: ${JSON.stringify(file.name)}`,
      );
    }
    this.isOffice ||= office.test(file.name);
    const reason = reasonToSkip(file.name);
    if (reason) this.options.onSkip?.(file.name, reason);
    else if (reason === null) this.events.push({ kind: 'file', name: file.name });
    this.expand(file, reason === null);
  }

  /** A file passed over is expanded too: fflate would keep its packed bytes otherwise. */
  private expand(file: UnzipFile, wanted: boolean): void {
    let size = 0;
    this.open += 1;
    file.ondata = (error, bytes, final) => {
      if (error) throw error;
      size += bytes.length;
      this.count(bytes.length);
      if (wanted && bytes.length > 0) this.events.push({ kind: 'data', bytes });
      if (!final) return;
      this.open -= 1;
      if (file.originalSize !== undefined && file.originalSize !== size) {
        throw new ImportError(`the archive is broken: ${file.name} has not its full size`);
      }
      if (wanted) this.events.push({ kind: 'end' });
    };
    file.start();
  }

  private count(bytes: number): void {
    const { most = MOST } = this.options;
    this.expanded += bytes;
    if (this.expanded > most) {
      throw new ImportError(`the archive expands to more than ${Math.round(most / 1e6)} MB`);
    }
    if (this.expanded > HARMLESS && this.expanded > this.packed * RATIO) {
      throw new ImportError(`the archive expands to more than ${RATIO} times its size`);
    }
  }
}

/** Copies: fflate keeps what it can't expand yet, and a chunk's memory may be used again. */
async function* slicesOf(chunks: Chunks): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += SLICE) yield chunk.slice(from, from + SLICE);
  }
}

function leadsOut(name: string): boolean {
  const path = name.replaceAll('\\', '/');
  return (
    path.startsWith('/') ||
    /^[A-Za-z]:/.test(path) ||
    path.split('/').includes('..') ||
    path.includes('\0')
  );
}

/** `null` for a table, empty for what needs no word. */
function reasonToSkip(name: string): string | null {
  if (name.endsWith('/') || name.startsWith('__MACOSX/')) return '';
  if (/_MetaData\.csv$/i.test(name)) return 'describes the table beside it';
  return /\.(csv|tsv|tab|txt)$/i.test(name) ? null : 'not a CSV file';
}
