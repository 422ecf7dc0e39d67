import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isZip, unzip } from '@/lib/import/unzip';

/** A file to import. In a ZIP its size is not known, only that of the ZIP. */
export type Input = { name: string; chunks: AsyncIterable<Uint8Array> };

const PIECE = 256 * 1024;

/** An iterable that has been begun, from its start. */
export type Begun = { start: Uint8Array; chunks: AsyncIterable<Uint8Array> };

export async function begun(chunks: AsyncIterable<Uint8Array>): Promise<Begun> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const start = first.done ? new Uint8Array(0) : first.value;
  async function* all(): AsyncGenerator<Uint8Array> {
    yield start;
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield next.value;
  }
  return { start, chunks: all() };
}

/** The bytes in all of the paths together, `null` where one is standard input. */
export async function sizeOf(paths: string[]): Promise<number | null> {
  if (paths.includes('-')) return null;
  const sizes = await Promise.all(paths.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Each path, `-` for standard input, and each file of a ZIP in turn. `onBytes` hears of bytes read. */
export async function* inputs(
  paths: string[],
  onBytes: (bytes: number) => void,
  onSkip: (name: string, reason: string) => void,
): AsyncGenerator<Input> {
  for (const file of paths) {
    const source = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: PIECE });
    const name = file === '-' ? 'standard input' : path.basename(file);
    const { start, chunks } = await begun(counted(source, onBytes));
    if (isZip(start)) yield* unzip(chunks, { onSkip });
    else yield { name, chunks };
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
