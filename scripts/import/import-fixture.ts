import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { frozen } from '@/lib/data-fixture';
import { type Run, run } from '../command-fixture';

/** What the command is run on: a copy of the data, files beside it, a publisher. */

/** A copy of the made-up data, or of others, in a folder of its own, taken away afterwards. */
export async function withData<T>(use: (data: string) => Promise<T>, from = frozen): Promise<T> {
  const home = await mkdtemp(path.join(tmpdir(), 'claimline-import-'));
  const data = path.join(home, 'data');
  try {
    await cp(from, data, { recursive: true });
    return await use(data);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

export const imported = (data: string, args: string[], input = ''): Promise<Run> =>
  run('import', data, args, input);

/** A publisher on this machine that behaves as told. */
export async function withServer<T>(
  answer: RequestListener,
  use: (origin: string) => Promise<T>,
): Promise<T> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** A file beside the data. */
export async function besides(
  data: string,
  name: string,
  text: string | Uint8Array,
): Promise<string> {
  const file = path.join(data, '..', name);
  await writeFile(file, text);
  return file;
}

export const textOf = (data: string, file: string): Promise<string> =>
  readFile(path.join(data, file), 'utf8');

/** Every file of a folder by its path, hashed. */
export async function hashes(data: string): Promise<Record<string, string>> {
  const names = (await readdir(data, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(data, path.join(entry.parentPath, entry.name)));
  const pairs = names.sort().map(async (name) => {
    const content = await readFile(path.join(data, name));
    return [name, createHash('sha256').update(content).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}
