import { closeSync, readSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { naming } from '@/lib/errno';

function told<T>(file: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    return naming(file)(error);
  }
}

/** Writes all of it: the last of a disk's room takes a part, and only the next call fails. */
export function writeWhole(fd: number, bytes: Uint8Array, file: string): void {
  told(file, () => {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at);
  });
}

/** Reads from a place on; gives how much there was. */
export const readInto = (fd: number, bytes: Uint8Array, position: number, file: string): number =>
  told(file, () => readSync(fd, bytes, 0, bytes.length, position));

export const closeFile = (fd: number, file: string): void => told(file, () => closeSync(fd));

/** A rename is on the disk when its folder is. Windows has no handle of a folder to sync. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync().catch(naming(folder));
  } finally {
    await handle.close().catch(naming(folder));
  }
}
