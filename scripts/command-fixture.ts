import { type ChildProcess, spawn } from 'node:child_process';
import { Console } from 'node:console';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';
import { folder } from '@/lib/data-fixture';

/** The commands on another folder of data, each bundled into one file: compiling them anew takes longer than they do. */

const root = path.join(folder, '..');

const COMMANDS = {
  import: 'scripts/import.ts',
  update: 'scripts/update.ts',
  data: 'scripts/data.ts',
  claims: 'scripts/claims.ts',
};

export type Command = keyof typeof COMMANDS;

export type Run = { code: number | null; out: string; errors: string };

let bundled: Promise<string> | undefined;

/** The folder with the bundles; it goes with this process. */
async function bundle(): Promise<string> {
  const outdir = mkdtempSync(path.join(tmpdir(), 'claimline-commands-'));
  process.once('exit', () => rmSync(outdir, { recursive: true }));
  await build({
    absWorkingDir: root,
    entryPoints: COMMANDS,
    outdir,
    bundle: true,
    platform: 'node',
    // The file of the thread that hashes stands beside its source.
    define: { __dirname: JSON.stringify(path.join(root, 'scripts/import')) },
    logLevel: 'warning',
  });
  return outdir;
}

async function fileOf(name: Command): Promise<string> {
  bundled ??= bundle();
  return path.join(await bundled, `${name}.js`);
}

type Main = (...given: unknown[]) => void;

const mains = new Map<Command, Promise<Main>>();

async function compiled(name: Command): Promise<Main> {
  const filename = await fileOf(name);
  const given = ['require', 'module', 'exports', 'console', 'process'];
  return compileFunction(await readFile(filename, 'utf8'), given, { filename }) as Main;
}

class Kept extends Writable {
  text = '';

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk;
    done();
  }
}

/** This process as a command sees it that was started with words and input of its own. */
function processFor(data: string, args: string[], input: string) {
  const own = {
    argv: [process.execPath, '', ...args],
    env: { ...process.env, CLAIMLINE_DATA: data },
    stdin: Readable.from(input ? [Buffer.from(input)] : []),
    stdout: new Kept(),
    stderr: new Kept(),
    exitCode: undefined as number | undefined,
  };
  return Object.create(process, Object.getOwnPropertyDescriptors(own)) as typeof own;
}

/** Runs a command from its start to its end within this process; nothing of one run is there in the next. */
export async function run(name: Command, data: string, args: string[], input = ''): Promise<Run> {
  const main = mains.get(name) ?? compiled(name);
  mains.set(name, main);
  const own = processFor(data, args, input);
  const module: { exports: { ended?: Promise<void> } } = { exports: {} };
  const console = new Console(own.stdout, own.stderr);
  (await main)(require, module, module.exports, console, own);
  if (!module.exports.ended) throw new Error(`${COMMANDS[name]} does not say when it has ended`);
  await module.exports.ended;
  return { code: own.exitCode ?? 0, out: own.stdout.text, errors: own.stderr.text };
}

/** The same as a process: for signals, and for what several do at once. */
export async function start(name: Command, data: string, args: string[]): Promise<ChildProcess> {
  const env = { ...process.env, CLAIMLINE_DATA: data };
  return spawn(process.execPath, [await fileOf(name), ...args], { cwd: root, env });
}

export async function ended(child: ChildProcess, input = ''): Promise<Run> {
  const text = { out: '', errors: '' };
  child.stdout?.on('data', (chunk) => {
    text.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    text.errors += chunk;
  });
  child.stdin?.end(input);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...text };
}
