import type { Chunks } from '@/lib/import/reading';
import { isZip, unzip } from '@/lib/import/unzip';
import type { Found, Progress } from './reading';

/** The tables in a reader's files, one after the other, as their bytes come. */

export type Count = (bytes: number) => void;

/** Tells how far the reading has come, ten times a second at most. */
export function meter(of: number, tell: (progress: Progress) => void): Count {
  let read = 0;
  let told = 0;
  return (bytes) => {
    read += bytes;
    const now = performance.now();
    if (now - told < 100) return;
    told = now;
    tell({ read, of });
  };
}

async function* chunksOf(file: Blob, count: Count = () => {}) {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      count(value.length);
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

/** A file, or one within an archive: its bytes as they come, and once more for its rows. */
export type Source = {
  name: string;
  bytes: number;
  chunks: Chunks;
  again: () => AsyncGenerator<Uint8Array>;
};

async function isArchive(file: File): Promise<boolean> {
  return isZip(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
}

export async function* sourcesOf(
  files: File[],
  count: Count,
  passed: Found['passed'],
): AsyncGenerator<Source> {
  for (const file of files) {
    if (await isArchive(file)) yield* packed(file, count, passed);
    else
      yield {
        name: file.name,
        bytes: file.size,
        chunks: chunksOf(file, count),
        again: () => chunksOf(file),
      };
  }
}

async function* packed(file: File, count: Count, passed: Found['passed']): AsyncGenerator<Source> {
  const onSkip = (name: string, message: string) => passed.push({ name, message });
  for await (const { name, chunks } of unzip(chunksOf(file, count), { onSkip }))
    yield { name, bytes: file.size, chunks, again: () => packedAgain(file, name) };
}

async function* packedAgain(file: File, wanted: string): AsyncGenerator<Uint8Array> {
  for await (const { name, chunks } of unzip(chunksOf(file)))
    if (name === wanted) {
      yield* chunks;
      return;
    }
}
