import { randomBytes } from 'node:crypto';
import { mkdir, readdir, stat, unlink, writeFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { WORK } from '@/lib/data-folder';
import { isMissing } from '@/lib/errno';

const NAME = /^lock-(\d+)-[0-9a-f]+$/;

/** Another import runs. */
export class BusyError extends Error {
  override name = 'BusyError';
}

type Options = {
  /** How long to wait for another import to end. */
  waitMs?: number;
  onWait?: (pid: number) => void;
};

/**
 * One import at a time. Each process puts a file of its own and only then looks for others, so of two at once at
 * least one sees the other; one that sees another takes its file back and tries again. A file is named by its
 * process and a random number, so one that a dead process left can be removed by anybody, at any time, and is
 * never mistaken for a new one. Returns the function that gives the lock back.
 */
export async function lock(root: string, options: Options = {}): Promise<() => Promise<void>> {
  const { waitMs = 10_000, onWait } = options;
  const folder = path.join(root, WORK);
  const until = Date.now() + waitMs;
  let told = false;
  for (;;) {
    const own = await put(folder);
    const release = () => unlink(path.join(folder, own));
    const [other] = await othersAlive(folder, own).catch(async (error) => {
      await release();
      throw error;
    });
    if (other === undefined) return release;
    await release();
    if (Date.now() > until) throw new BusyError(busy(other, folder));
    if (!told) onWait?.(other.pid);
    told = true;
    await delay(20 + Math.random() * 80);
  }
}

const busy = ({ pid, name }: Other, folder: string): string =>
  `another import is running (process ${pid}); if it is not, remove ${path.join(folder, name)}`;

async function put(folder: string): Promise<string> {
  const own = `lock-${process.pid}-${randomBytes(6).toString('hex')}`;
  for (;;) {
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, own), '', { flag: 'wx' });
      return own;
    } catch (error) {
      // Another import that ended has taken the folder away in between.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

type Other = { pid: number; name: string };

async function othersAlive(folder: string, own: string): Promise<Other[]> {
  const alive: Other[] = [];
  for (const name of await readdir(folder)) {
    const pid = Number(NAME.exec(name)?.[1]);
    if (name === own || Number.isNaN(pid)) continue;
    const file = path.join(folder, name);
    if (isAlive(pid) && (await isOfThisBoot(file))) alive.push({ pid, name });
    else await unlink(file).catch(() => {});
  }
  return alive;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** After a restart of the machine another process may have the number. */
async function isOfThisBoot(file: string): Promise<boolean> {
  try {
    return (await stat(file)).mtimeMs > Date.now() - uptime() * 1000 - 60_000;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
