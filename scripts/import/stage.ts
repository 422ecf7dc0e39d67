import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { JOURNAL, type Journal, readJournal, WORK } from '@/lib/data-folder';
import type { Put } from '@/lib/import/rewrite';
import type { FileFacts } from '@/lib/revision/hash';
import { type Followed, HashThread } from './hash-thread';

export type Pieces = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/**
 * Writes several files of `data/` whole or not at all:
 *
 * 1. Each new file is written beside the old ones, in a folder of this import, and synced to the disk.
 * 2. The journal that lists them is written under another name, synced, and renamed: the import has happened.
 * 3. Each file is renamed into its place, the journal is removed, then the folder.
 *
 * A kill before 2 leaves the old files untouched and a folder that the next import clears away. A kill after it
 * leaves the journal: `DataFolder` reads the new files where they stand, and the next import ends step 3. A file
 * is never missing in both places, and a rename done twice is done once.
 */
export class Stage {
  private files: Journal['files'] = [];
  private count = 0;

  readonly hashes = new HashThread();

  private constructor(
    private readonly root: string,
    private readonly name: string,
  ) {}

  static async open(root: string): Promise<Stage> {
    const name = `${WORK}/stage-${process.pid}-${randomBytes(6).toString('hex')}`;
    await mkdir(path.join(root, name), { recursive: true });
    return new Stage(root, name);
  }

  get folder(): string {
    return path.join(this.root, this.name);
  }

  /** The staged files by the path that they are for. */
  get staged(): Map<string, string> {
    return new Map(this.files.map((file) => [file.path, file.staged]));
  }

  /** Writes a file for `target`. Nothing is in its place until the commit. */
  async write(target: string, pieces: Pieces): Promise<void> {
    await writeSynced(this.begin(target), pieces);
  }

  /** The same for a table, its pieces being put. */
  fill(target: string, fill: Fill): Promise<FileFacts> {
    return created(this.begin(target), async (handle) => {
      const { reach, facts } = this.hashes.follow(handle.fd);
      const bytes = await writeAll(handle.fd, fill, reach);
      const [found] = await Promise.all([facts(bytes), handle.sync()]);
      return found;
    });
  }

  /** A file that is to stay as it is after all. */
  forget(target: string): void {
    this.files = this.files.filter((file) => file.path !== target);
  }

  async commit(): Promise<void> {
    const journal: Journal = { files: this.files };
    const draft = path.join(this.folder, 'commit.json');
    await writeSynced(draft, [JSON.stringify(journal)]);
    await syncFolder(this.folder);
    await rename(draft, path.join(this.root, JOURNAL));
    await syncFolder(path.join(this.root, WORK));
    await settle(this.root);
  }

  async drop(): Promise<void> {
    await this.hashes.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private begin(target: string): string {
    const staged = `${this.name}/${this.count}`;
    this.count += 1;
    this.files.push({ staged, path: target });
    return path.join(this.root, staged);
  }
}

type Fill = (put: Put) => Promise<void>;

async function created<T>(file: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, 'wx+');
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

const writeSynced = (file: string, pieces: Pieces): Promise<void> =>
  created(file, async (handle) => {
    await writeAll(handle.fd, async (put) => {
      for await (const piece of pieces) put(typeof piece === 'string' ? Buffer.from(piece) : piece);
    });
    await handle.sync();
  });

/** It fits in a processor's cache: so many bytes are written in a fifth of the time that 1 MB at a time takes. */
const BUFFER = 256 * 1024;

async function writeAll(fd: number, fill: Fill, reach?: Followed['reach']): Promise<number> {
  const buffer = Buffer.allocUnsafe(BUFFER);
  let bytes = 0;
  let length = 0;
  const flush = () => {
    for (let at = 0; at < length; ) at += writeSync(fd, buffer, at, length - at);
    bytes += length;
    length = 0;
    reach?.(bytes);
  };
  await fill((piece) => {
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + BUFFER - length);
      buffer.set(part, length);
      from += part.length;
      length += part.length;
      if (length === BUFFER) flush();
    }
  });
  flush();
  return bytes;
}

/** Ends what an import that was cut short had begun. Call with the lock held. */
export async function recover(root: string): Promise<boolean> {
  const pending = await settle(root);
  const work = path.join(root, WORK);
  for (const name of await readdir(work).catch(() => [])) {
    if (name.startsWith('stage-')) await rm(path.join(work, name), { recursive: true });
  }
  return pending;
}

/** Step 3: moves what the journal lists and has not been moved yet. */
async function settle(root: string): Promise<boolean> {
  const journal = await readJournal(root);
  if (!journal) return false;
  for (const { staged, path: target } of journal.files) {
    await rename(path.join(root, staged), path.join(root, target)).catch(ignoreMissing);
  }
  const folders = new Set(journal.files.map((file) => path.dirname(path.join(root, file.path))));
  for (const folder of folders) await syncFolder(folder);
  await rm(path.join(root, JOURNAL));
  await syncFolder(path.join(root, WORK));
  for (const folder of new Set(journal.files.map(({ staged }) => path.dirname(staged)))) {
    await rm(path.join(root, folder), { recursive: true, force: true });
  }
  return true;
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/** A rename is on the disk when its folder is. Windows has no handle of a folder to sync. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Leaves no trace where nothing is under way. */
export async function tidyUp(root: string): Promise<void> {
  await rmdir(path.join(root, WORK)).catch(() => {});
}
