import { constants } from 'node:fs';
import { access, open, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isMissing, naming } from '@/lib/errno';
import { say } from './say';

/** Throws where a file of `folder` could not be renamed to each target: that would else be found out half-way. */
export async function checkReplaceable(folder: string, targets: string[]): Promise<void> {
  const mounts = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  const { dev } = await stat(folder);
  const mount = mountOf(mounts, await realpath(folder));
  for (const target of targets) {
    const place = await realpath(path.dirname(target));
    const file = path.join(place, path.basename(target));
    if ((await stat(place)).dev !== dev || mountOf(mounts, file) !== mount)
      throw new Error(say('otherDisk', { file: target, folder }));
    await access(place, constants.W_OK);
    await checkWritable(file);
  }
}

/** A rename asks for no right to the file itself; one that another program has open on Windows refuses both. */
async function checkWritable(file: string): Promise<void> {
  try {
    const handle = await open(file, 'r+');
    await handle.close().catch(naming(file));
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** The mount that a path is on, by Linux's list of them: two of one disk have one device, and no rename between them. */
export function mountOf(mounts: string, file: string): string | undefined {
  const lines = mounts.split('\n').map((line) => line.split(' '));
  // A later one hides those before it.
  return lines.findLast(([, , , , point]) => point && isWithin(unescaped(point), file))?.[0];
}

const isWithin = (folder: string, file: string): boolean =>
  folder === '/' || file === folder || file.startsWith(`${folder}/`);

const unescaped = (point: string): string =>
  point.replace(/\\([0-7]{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8)));
