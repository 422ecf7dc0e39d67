import disk from 'node:fs';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { DataFolder } from '@/lib/data-folder';
import { lock } from './lock';
import { recover, Stage, tidyUp } from './stage';

const files = ['datapackage.json', 'revisions.csv', 'tables/a.csv', 'tables/b.csv'];

async function withFolder(use: (root: string) => Promise<void>): Promise<void> {
  const root = await fs.mkdtemp(path.join(tmpdir(), 'claimline-stage-'));
  try {
    await fs.mkdir(path.join(root, 'tables'));
    for (const file of files) await fs.writeFile(path.join(root, file), `old ${file}`);
    await use(root);
  } finally {
    await fs.rm(root, { recursive: true });
  }
}

async function writeAll(root: string): Promise<void> {
  const stage = await Stage.open(root);
  for (const file of files) await stage.write(file, ['new ', file]);
  await stage.commit();
}

const contents = (read: (file: string) => Promise<string>) => Promise.all(files.map(read));

const onDisk = (root: string) => contents((file) => fs.readFile(path.join(root, file), 'utf8'));

const asRead = async (root: string) => {
  const folder = await DataFolder.open(root);
  return contents((file) => folder.text(file));
};

const oldOnes = files.map((file) => `old ${file}`);
const newOnes = files.map((file) => `new ${file}`);

const patched = ['open', 'rename', 'rm', 'mkdir', 'readFile'] as const;

/** Lets so many calls to the disk pass and fails all after them, as a kill would. */
async function cutAfter(calls: number, act: () => Promise<void>): Promise<boolean> {
  const kept = Object.fromEntries(patched.map((name) => [name, fs[name]]));
  const handle = await fs.open('package.json');
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  const { sync } = prototype;
  const { writeSync } = disk;
  let left = calls;
  const count = () => {
    left -= 1;
    if (left < 0) throw new Error('killed');
  };
  const counted = (call: (...args: unknown[]) => unknown) =>
    async function counting(this: unknown, ...args: unknown[]) {
      count();
      return call.apply(this, args);
    };
  for (const name of patched) Object.assign(fs, { [name]: counted(kept[name] as never) });
  Object.assign(prototype, { sync: counted(sync) });
  Object.assign(disk, {
    writeSync: (...args: Parameters<typeof writeSync>) => {
      count();
      return writeSync(...args);
    },
  });
  try {
    await act();
    return true;
  } catch (error) {
    if ((error as Error).message !== 'killed') throw error;
    return false;
  } finally {
    Object.assign(fs, kept);
    Object.assign(prototype, { sync });
    Object.assign(disk, { writeSync });
  }
}

test('a commit cut short at any call to the disk leaves all files old or all new', async () => {
  const seen = { old: 0, new: 0 };
  for (let calls = 0, whole = false; !whole; calls += 1) {
    await withFolder(async (root) => {
      whole = await cutAfter(calls, () => writeAll(root));
      const read = await asRead(root);
      const isNew = read[0] === newOnes[0];
      expect(read, `after ${calls} calls`).toEqual(isNew ? newOnes : oldOnes);
      seen[isNew ? 'new' : 'old'] += 1;
      await recover(root);
      expect(await onDisk(root), `after ${calls} calls`).toEqual(read);
      await tidyUp(root);
      expect((await fs.readdir(root)).sort()).toEqual([
        'datapackage.json',
        'revisions.csv',
        'tables',
      ]);
    });
  }
  expect(seen.old).toBeGreaterThan(10);
  expect(seen.new).toBeGreaterThan(5);
});

test('a recovery cut short is ended by the next', async () => {
  for (let calls = 0, whole = false; !whole; calls += 1) {
    await withFolder(async (root) => {
      // Cut at the first move: 25 calls end behind the commit point.
      await cutAfter(25, () => writeAll(root));
      expect(await asRead(root)).toEqual(newOnes);
      whole = await cutAfter(calls, async () => void (await recover(root)));
      expect(await asRead(root)).toEqual(newOnes);
      await recover(root);
      expect(await onDisk(root)).toEqual(newOnes);
    });
  }
});

test('a second import waits for the first, and says so when it waits too long', async () => {
  await withFolder(async (root) => {
    const release = await lock(root);
    const waits: number[] = [];
    const late = lock(root, { waitMs: 100, onWait: (pid) => waits.push(pid) });
    await expect(late).rejects.toThrow(`another import is running (process ${process.pid})`);
    expect(waits).toEqual([process.pid]);
    const second = lock(root, { waitMs: 5000 });
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
