import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { lock } from './lock';
import { tidyUp } from './settle';

async function withFolder(use: (root: string) => Promise<void>): Promise<void> {
  const root = await fs.mkdtemp(path.join(tmpdir(), 'claimline-lock-'));
  try {
    await use(root);
  } finally {
    await fs.rm(root, { recursive: true });
  }
}

test('a second import waits for the first and says for whom, or that it has waited too long', async () => {
  await withFolder(async (root) => {
    const release = await lock(root);
    const late = lock(root, { waitMs: 1 });
    await expect(late).rejects.toThrow(`another import is running (process ${process.pid})`);
    let told = (_: number) => {};
    const waits = new Promise<number>((resolve) => {
      told = resolve;
    });
    const second = lock(root, { waitMs: 60_000, onWait: told });
    expect(await waits).toBe(process.pid);
    await release();
    await (await second)();
  });
});

test('the lock of a process that is no more is removed', async () => {
  await withFolder(async (root) => {
    await fs.mkdir(path.join(root, '.import'));
    // Process numbers end below this one.
    const left = path.join(root, '.import/lock-4194305-abcdef');
    await fs.writeFile(left, '');
    await (await lock(root, { waitMs: 0 }))();
    await expect(fs.stat(left)).rejects.toThrow('ENOENT');
  });
});

test('of many that want the lock at once one has it at a time', async () => {
  await withFolder(async (root) => {
    let holders = 0;
    let most = 0;
    const hold = async () => {
      const release = await lock(root, { waitMs: 30_000 });
      holders += 1;
      most = Math.max(most, holders);
      await new Promise((resolve) => setTimeout(resolve, 5));
      holders -= 1;
      await release();
      await tidyUp(root);
    };
    await Promise.all(Array.from({ length: 8 }, hold));
    expect(most).toBe(1);
  });
});
