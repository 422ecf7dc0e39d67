import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { assertCompiles, type Fault, withFault } from './fault';
import { type Report, redTests, type Seen } from './seen';

const executed = promisify(execFile);

/** Longer than any tests take that do not hang. */
const LONGEST_MS = 600_000;

/** Enough to tell by whom a fault is seen. */
export const MOST_RED = 8;

/** A copy of the files that are part of the project, as they are now, to put faults into. */
export class Tree {
  private constructor(
    private readonly root: string,
    private readonly folder: string,
    readonly files: string[],
  ) {}

  static async copied(root: string): Promise<Tree> {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0');
    const files = listed.filter((file) => file !== '' && existsSync(path.join(root, file)));
    const folder = await mkdtemp(path.join(tmpdir(), 'claimline-mutate-'));
    for (const file of files) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await copyFile(path.join(root, file), path.join(folder, file));
    }
    await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
    return new Tree(root, folder, files);
  }

  removed(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }

  /** Fails where the fault's text does not stand once in its file, or what comes of it does not compile. */
  async check(fault: Fault): Promise<void> {
    const text = await readFile(path.join(this.root, fault.file), 'utf8');
    await assertCompiles(fault, withFault(text, fault));
  }

  /** What is done while the fault is in its file. */
  async with<T>(fault: Fault, act: () => Promise<T>): Promise<T> {
    const file = path.join(this.folder, fault.file);
    const text = await readFile(file, 'utf8');
    await writeFile(file, withFault(text, fault));
    try {
      return await act();
    } finally {
      await writeFile(file, text);
    }
  }

  unitTests(files: string[]): Promise<Seen[]> {
    return files.length === 0 ? Promise.resolve([]) : this.tests('unit', files);
  }

  async browserTests(titles: string): Promise<Seen[]> {
    await this.node('scripts/build-site.mjs');
    return this.tests('browser', ['--grep', titles]);
  }

  /** Next compiles nothing that a link leads out of its folder to. */
  async bringPackages(): Promise<void> {
    const [from, to] = [this.root, this.folder].map((root) => path.join(root, 'node_modules'));
    await rm(to as string);
    await cp(from as string, to as string, { recursive: true, verbatimSymlinks: true });
  }

  private async tests(project: string, args: string[]): Promise<Seen[]> {
    const results = path.join(this.folder, 'test-results.json');
    const command = [
      'test',
      `--project=${project}`,
      `--max-failures=${MOST_RED}`,
      '--retries=0',
      ...args,
    ];
    await rm(results, { force: true });
    const failure = await this.node('node_modules/@playwright/test/cli.js', ...command).catch(
      (error: Error) => error,
    );
    const text = await readFile(results, 'utf8').catch(() => null);
    if (text !== null) return redTests(JSON.parse(text) as Report);
    throw failure ?? new Error('the tests left no report');
  }

  private async node(script: string, ...args: string[]): Promise<void> {
    const env = {
      ...process.env,
      TZ: 'America/Regina',
      RESULTS_FILE: path.join(this.folder, 'test-results.json'),
    };
    const options = { cwd: this.folder, env, timeout: LONGEST_MS, maxBuffer: 1e9 };
    await executed(process.execPath, [path.join(this.folder, script), ...args], options);
  }
}
