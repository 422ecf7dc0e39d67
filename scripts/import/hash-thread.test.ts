import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { fileFacts } from '@/lib/revision/hash';
import { HashThread } from './hash-thread';

async function withFile(use: (file: FileHandle, hashes: HashThread) => Promise<void>) {
  const folder = await mkdtemp(path.join(tmpdir(), 'claimline-hash-'));
  const file = await open(path.join(folder, 'file'), 'wx+');
  const hashes = new HashThread();
  try {
    await use(file, hashes);
  } finally {
    await hashes.close();
    await file.close();
    await rm(folder, { recursive: true });
  }
}

const bytes = Buffer.from(Array.from({ length: 700_001 }, (_, at) => (at * 7919) % 256));

test('a file that grows and one that is whole have the hash of their bytes', async () => {
  await withFile(async (file, hashes) => {
    const { reach, facts } = hashes.follow(file.fd);
    for (const to of [0, 1, 300_000, 650_000]) {
      await file.write(bytes, (await file.stat()).size, to - (await file.stat()).size);
      reach(to);
    }
    await file.write(bytes, 650_000);
    const other = hashes.follow(file.fd).facts(1000);
    expect(await facts(bytes.length)).toEqual(fileFacts(bytes));
    expect(await other).toEqual(fileFacts(bytes.subarray(0, 1000)));
    expect(await hashes.follow(file.fd).facts(0)).toEqual(fileFacts(Buffer.alloc(0)));
  });
});

test('a file that ends early has no hash, nor has any that is asked for after it', async () => {
  await withFile(async (file, hashes) => {
    await file.write(bytes);
    await expect(hashes.follow(file.fd).facts(bytes.length + 1)).rejects.toThrow('ends at 700001');
    await expect(hashes.follow(file.fd).facts(1)).rejects.toThrow('ends at 700001');
  });
});

test('a hash that is asked for and not there when the thread is closed fails', async () => {
  await withFile(async (file, hashes) => {
    await file.write(bytes);
    const asked = hashes.follow(file.fd).facts(bytes.length);
    const failed = expect(asked).rejects.toThrow('the hash thread has ended');
    await hashes.close();
    await failed;
  });
});
