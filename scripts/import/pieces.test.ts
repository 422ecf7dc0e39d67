import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { begun } from './inputs';
import { pieces } from './pieces';
import { Stage } from './stage';

async function withFile(size: number, use: (file: string, root: string) => Promise<void>) {
  const root = await mkdtemp(path.join(tmpdir(), 'claimline-pieces-'));
  try {
    const file = path.join(root, 'file');
    await writeFile(file, bytesOf(size));
    await use(file, root);
  } finally {
    await rm(root, { recursive: true });
  }
}

const bytesOf = (size: number) => Buffer.alloc(size).map((_, at) => (at * 31) % 251);

test('pieces reads a file of any length in two buffers', async () => {
  for (const size of [0, 1, 256 * 1024, 2_000_003]) {
    await withFile(size, async (file) => {
      const parts: Buffer[] = [];
      const memory = new Set<ArrayBufferLike>();
      for await (const piece of pieces(await open(file))) {
        memory.add(piece.buffer);
        parts.push(Buffer.from(piece));
      }
      expect(Buffer.compare(Buffer.concat(parts), bytesOf(size)) === 0).toBe(true);
      expect(memory.size).toBeLessThanOrEqual(2);
    });
  }
});

test('pieces closes a file that is not read to its end', async () => {
  await withFile(1_000_000, async (file) => {
    const handle = await open(file);
    for await (const _ of pieces(handle)) break;
    expect(handle.fd).toBe(-1);
  });
});

test('a stage takes in pieces whose memory is used again', async () => {
  await withFile(3_000_001, async (file, root) => {
    const stage = await Stage.open(root);
    await stage.write('copy', pieces(await open(file)));
    const [staged = ''] = stage.staged.values();
    const parts: Buffer[] = [];
    for await (const piece of pieces(await open(path.join(root, staged))))
      parts.push(Buffer.from(piece));
    expect(Buffer.compare(Buffer.concat(parts), bytesOf(3_000_001)) === 0).toBe(true);
  });
});

test('a file that was begun is whole, though its memory is used again', async () => {
  await withFile(1_000_003, async (file) => {
    const again = await begun((await begun(pieces(await open(file)))).chunks);
    const parts: Buffer[] = [];
    for await (const piece of again.chunks) parts.push(Buffer.from(piece));
    expect(Buffer.compare(Buffer.concat(parts), bytesOf(1_000_003)) === 0).toBe(true);
    expect(Buffer.compare(again.start, bytesOf(again.start.length)) === 0).toBe(true);
  });
});
