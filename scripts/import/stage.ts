import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { JOURNAL, type Journal, WORK } from '@/lib/data-folder';
import { naming } from '@/lib/errno';
import type { Put } from '@/lib/import/rewrite';
import { type FileFacts, sha256Of } from '@/lib/revision/hash';
import type { State } from '@/lib/revision/state';
import { syncFolder, writeWhole } from './disk';
import { followed, undecided, unsettled } from './faults';
import { type Followed, HashThread } from './hash-thread';
import { checkReplaceable } from './replaceable';
import { isThere, settle } from './settle';

export type Pieces = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/**
 * Writes several files of `data/` whole or not at all:
 *
 * 1. Each new file is written beside the old ones, in a folder of this import, and synced to the disk.
 * 2. The journal that lists them is written under another name, synced, and renamed: the import has happened.
 * 3. Each file is renamed into its place, the journal is removed, then the folder.
 *
 * A kill or a fault before 2 leaves the old files untouched and at most a folder that the next import clears away.
 * One after it leaves the journal and every file that it names: `DataFolder` reads the new files where they stand, and
 * the next import ends step 3. A file is in one of both places, told by its hash, and a rename done twice is done once.
 */
export class Stage {
  private files: Journal['files'] = [];
  private count = 0;
  /** The journal may stand: it needs what is staged. */
  private isCommitted = false;

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

  /** Whether a file is in its place, or staged for it. */
  async has(target: string): Promise<boolean> {
    return this.staged.has(target) || isThere(path.join(this.root, target));
  }

  /** The SHA-256 of each of them. */
  get content(): State['files'] {
    return Object.fromEntries(this.files.map((file) => [file.path, sha256Of(file)]));
  }

  /** Writes a file for `target`. Nothing is in its place until the commit. */
  async write(target: string, pieces: Pieces): Promise<void> {
    const staged = this.next();
    const hash = await writeSynced(path.join(this.root, staged), pieces);
    this.files.push({ staged, path: target, hash });
  }

  /** The same for a table, its pieces being put. */
  async fill(target: string, fill: Fill): Promise<FileFacts> {
    const staged = this.next();
    const file = path.join(this.root, staged);
    const facts = await created(file, async (handle) => {
      const { reach, facts } = this.hashes.follow(handle.fd);
      const bytes = await writeAll(handle.fd, file, fill, reach);
      const [found] = await Promise.all([facts(bytes), handle.sync()]);
      return found;
    });
    this.files.push({ staged, path: target, hash: facts.hash });
    return facts;
  }

  /** A file that is to stay as it is after all. */
  forget(target: string): void {
    this.files = this.files.filter((file) => file.path !== target);
  }

  async commit(): Promise<void> {
    const targets = this.files.map((file) => path.join(this.root, file.path));
    const folders = new Set(targets.map((target) => path.dirname(target)));
    for (const folder of folders) await mkdir(folder, { recursive: true });
    for (const folder of folders) await syncFolder(folder);
    await checkReplaceable(this.folder, targets);
    const journal: Journal = { files: this.files };
    const draft = path.join(this.folder, 'commit.json');
    await writeSynced(draft, [JSON.stringify(journal)]);
    await syncFolder(this.folder);
    await syncFolder(this.root);
    await this.decide(draft);
    await settle(this.root, journal);
  }

  /** The disk may have renamed the journal though it says that it failed. */
  private async decide(draft: string): Promise<void> {
    const journal = path.join(this.root, JOURNAL);
    this.isCommitted = true;
    await rename(draft, journal).catch(async (error) => {
      const stands = await isThere(journal).catch(() => null);
      this.isCommitted = stands !== false;
      if (stands === null) throw undecided(error);
      if (!stands) throw error;
    });
    await syncFolder(path.dirname(journal)).catch((error) => {
      throw unsettled(error);
    });
  }

  /** Clears away what was not committed; what was, `settle` does. */
  async drop(): Promise<void> {
    await this.hashes.close();
    if (!this.isCommitted) await rm(this.folder, { recursive: true, force: true });
  }

  private next(): string {
    this.count += 1;
    return `${this.name}/${this.count}`;
  }
}

/** Does something with a stage that is gone afterwards. */
export async function withStage<T>(root: string, use: (stage: Stage) => Promise<T>): Promise<T> {
  const stage = await Stage.open(root);
  return followed(
    () => use(stage),
    () => stage.drop(),
  );
}

type Fill = (put: Put) => Promise<void>;

async function created<T>(file: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, 'wx+');
  try {
    return await use(handle).catch(naming(file));
  } finally {
    await handle.close().catch(naming(file));
  }
}

/** Gives the hash of what was written. */
const writeSynced = (file: string, pieces: Pieces): Promise<string> =>
  created(file, async (handle) => {
    const hash = createHash('sha256');
    await writeAll(handle.fd, file, async (put) => {
      for await (const piece of pieces) {
        hash.update(piece);
        put(typeof piece === 'string' ? Buffer.from(piece) : piece);
      }
    });
    await handle.sync();
    return `sha256:${hash.digest('hex')}`;
  });

/** It fits in a processor's cache: so many bytes are written in a fifth of the time that 1 MB at a time takes. */
const BUFFER = 256 * 1024;

async function writeAll(
  fd: number,
  file: string,
  fill: Fill,
  reach?: Followed['reach'],
): Promise<number> {
  const buffer = Buffer.allocUnsafe(BUFFER);
  let bytes = 0;
  let length = 0;
  const flush = () => {
    writeWhole(fd, buffer.subarray(0, length), file);
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
