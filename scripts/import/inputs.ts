import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { naming } from '@/lib/errno';
import { ImportError } from '@/lib/import/figure';
import { isZip, unzip } from '@/lib/import/unzip';
import { pieces } from './pieces';
import { say } from './say';

/** A file to import. In a ZIP its size is not known, only that of the ZIP. A chunk is good until the next is asked for. */
export type Input = { name: string; chunks: AsyncIterable<Uint8Array> };

/** So much at least is looked at to tell what a file is. */
const START = 256 * 1024;

/** An iterable that has been begun, from its start. */
export type Begun = { start: Uint8Array; chunks: AsyncIterable<Uint8Array> };

/** A pipe or an archive may hand out a header in pieces: the start is whole, unless the file ends before. */
export async function begun(chunks: AsyncIterable<Uint8Array>): Promise<Begun> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  let next = await iterator.next();
  for (; !next.done && length < START; next = await iterator.next()) {
    first.push(next.value.slice());
    length += next.value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* first;
    for (; !next.done; next = await iterator.next()) yield next.value;
  }
  return { start: Buffer.concat(first, length), chunks: all() };
}

/** The bytes in all of the paths together, `null` where one is standard input. */
export async function sizeOf(paths: string[]): Promise<number | null> {
  const files = paths.filter((file) => file !== '-');
  const sizes = await Promise.all(files.map(sizeOfFile));
  return files.length < paths.length ? null : sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOfFile(file: string): Promise<number> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Error(say('noFile', { file }));
    throw error;
  });
  if (found.isDirectory()) throw new Error(say('isFolder', { file }));
  return found.size;
}

/** Each path, `-` for standard input, and each file of a ZIP in turn. `onBytes` hears of bytes read. */
export async function* inputs(
  paths: string[],
  onBytes: (bytes: number) => void,
  onSkip: (name: string, reason: string) => void,
): AsyncGenerator<Input> {
  for (const file of paths) {
    const handle = file === '-' ? null : await open(file);
    const source = handle ? pieces(handle, file) : process.stdin;
    const name = handle ? path.basename(file) : 'standard input';
    try {
      const { start, chunks } = await begun(counted(source, onBytes));
      if (isZip(start)) yield* unzipped(name, chunks, onSkip);
      else yield { name, chunks };
    } finally {
      // One that was not read to its end is open.
      await handle?.close().catch(naming(file));
    }
  }
}

/** What is wrong with the archive as a whole is said with its name. */
async function* unzipped(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  onSkip: (name: string, reason: string) => void,
): AsyncGenerator<Input> {
  try {
    yield* unzip(chunks, { onSkip });
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new Error(`${name}: ${error.message}`);
  }
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}
