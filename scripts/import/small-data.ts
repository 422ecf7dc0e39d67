import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { frozen } from '@/lib/data-fixture';
import type { Run } from '../command-fixture';
import { act } from './act';
import { runCommand } from './command';

/** The command in this process, on data that are small enough to import them a thousand times. */

export type Files = Record<string, string>;

/** The files of the made-up `data/` by their paths. */
export const smallFiles = (): Promise<Files> => filesIn(frozen);

/** Such a folder, taken away afterwards. */
export async function withFiles(files: Files, use: (data: string) => Promise<void>): Promise<void> {
  const home = await mkdtemp(path.join(tmpdir(), 'claimline-small-'));
  const data = path.join(home, 'data');
  try {
    await mkdir(path.join(data, 'tables'), { recursive: true });
    for (const [file, text] of Object.entries(files)) {
      const to = path.join(data, file);
      await mkdir(path.dirname(to), { recursive: true });
      await writeFile(to, text);
    }
    await use(data);
  } finally {
    await rm(home, { recursive: true });
  }
}

/** What stands in the folder, of whatever an import leaves in it too. */
export async function filesIn(data: string): Promise<Files> {
  const entries = await readdir(data, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(data, path.join(entry.parentPath, entry.name)))
    .sort();
  const pairs = names.map(async (name) => [name, await readFile(path.join(data, name), 'utf8')]);
  return Object.fromEntries(await Promise.all(pairs));
}

/** Runs the command as from a command line. */
export async function runHere(data: string, args: string[]): Promise<Run> {
  const { argv, env } = process;
  const { log, error } = console;
  const said = { out: '', errors: '' };
  process.argv = ['node', 'import', ...args];
  process.env = { ...env, CLAIMLINE_DATA: data };
  console.log = (text) => {
    said.out += `${text}\n`;
  };
  console.error = (text) => {
    said.errors += `${text}\n`;
  };
  try {
    await runCommand(act);
    return { code: Number(process.exitCode), ...said };
  } finally {
    process.exitCode = undefined;
    Object.assign(process, { argv, env });
    Object.assign(console, { log, error });
  }
}

/** Makes what this process left a dead one's. */
export async function endProcess(data: string): Promise<void> {
  const work = path.join(data, '.import');
  for (const name of await readdir(work).catch(() => [])) {
    // Process numbers end below this one.
    const dead = name.replace(/^lock-\d+/, 'lock-4194305');
    await rename(path.join(work, name), path.join(work, dead));
  }
}
