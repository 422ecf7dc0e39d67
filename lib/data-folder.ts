import { createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { isMissing, naming, onFile } from './errno';

/** An import's own folder in `data/`: its lock, what it is about to write, and the journal. */
export const WORK = '.import';

/**
 * The journal names files that stand for others until they have taken their place. It appears whole, by one
 * rename, and from then on the new files count: that rename is the moment at which an import has happened.
 */
export const JOURNAL = `${WORK}/commit.json`;

const journal = z.strictObject({
  files: z.array(z.strictObject({ staged: z.string(), path: z.string(), hash: z.string() })),
});

export type Journal = z.infer<typeof journal>;

/** A folder of data read as the last whole import left it, even where its files have not all been moved yet. */
export class DataFolder {
  private constructor(
    readonly root: string,
    /** The files that stand for others, by the path that they stand for. */
    private readonly staged: ReadonlyMap<string, string>,
    /** Of an earlier state: where the content of each of its files is kept. */
    private readonly kept: ReadonlyMap<string, string> | null = null,
  ) {}

  static async open(root: string): Promise<DataFolder> {
    const found = await readJournal(root);
    const staged = found?.files.map((file) => [file.path, file.staged] as const);
    return new DataFolder(root, new Map(staged));
  }

  /** The folder as it would be with other files in the place of some. */
  with(staged: ReadonlyMap<string, string>): DataFolder {
    return new DataFolder(this.root, new Map([...this.staged, ...staged]));
  }

  /** The folder as it was in a state, which has these files and no others. */
  keptAs(files: ReadonlyMap<string, string>): DataFolder {
    return new DataFolder(this.root, this.staged, files);
  }

  path(file: string): string {
    return path.join(/* turbopackIgnore: true */ this.root, file);
  }

  /** The staged file or, once it has been moved, the file in its place. */
  private async first<T>(name: string, use: (path: string) => Promise<T>): Promise<T> {
    const file = this.kept ? this.kept.get(name) : name;
    if (file === undefined) throw new Error(`${name}: not in this state of the data`);
    const staged = this.staged.get(file);
    if (staged === undefined) return use(this.path(file));
    try {
      return await use(this.path(staged));
    } catch (error) {
      if (!isMissing(error)) throw error;
      return use(this.path(file));
    }
  }

  read(file: string): Promise<Buffer> {
    return this.first(file, (name) => readFile(name).catch(naming(name)));
  }

  size(file: string): Promise<number> {
    return this.first(file, async (name) => (await stat(name)).size);
  }

  async text(file: string): Promise<string> {
    return (await this.read(file)).toString('utf8');
  }

  async json(file: string): Promise<unknown> {
    const text = await this.text(file);
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new Error(`${file}: ${(error as Error).message}`);
    }
  }

  handle(file: string): Promise<FileHandle> {
    return this.first(file, (name) => open(name));
  }

  /** Opened before it is returned, so a file moved in between is read to its end all the same. */
  async stream(file: string, highWaterMark = 256 * 1024): Promise<AsyncIterable<Uint8Array>> {
    const stream = createReadStream('', { fd: await this.handle(file), highWaterMark });
    return stream.on('error', (error) => onFile(error, this.path(file)));
  }

  async list(folder: string): Promise<string[]> {
    if (!this.kept) return readdir(this.path(folder));
    const inside = `${folder}/`;
    // What stands in its own place is of today.
    return [...this.kept].flatMap(([file, place]) =>
      place !== file && file.startsWith(inside) ? file.slice(inside.length) : [],
    );
  }
}

export async function readJournal(root: string): Promise<Journal | null> {
  const file = path.join(/* turbopackIgnore: true */ root, JOURNAL);
  const text = await readFile(file, 'utf8').catch((error) => {
    if (isMissing(error)) return null;
    throw onFile(error, file);
  });
  return text === null ? null : parsedJournal(file, text);
}

function parsedJournal(file: string, text: string): Journal {
  try {
    return journal.parse(JSON.parse(text));
  } catch {
    const cure = 'put the data back as they were before that import, then remove this file';
    throw new Error(`${file}: not the journal of an import: ${cure}`);
  }
}
