import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { answers, freePort } from '../scripts/port.mjs';

/** The server in a process of its own, from the folder that was built or from a copy of it. */

export const builtFolder = join(process.cwd(), '.next/standalone');

export type Site = {
  base: string;
  port: number;
  process: ChildProcess;
  /** What it has written to standard output so far. */
  log: () => string;
  /** Ends it by a signal; gives its exit code. */
  end: (signal?: NodeJS.Signals) => Promise<number | null>;
};

type Options = {
  folder?: string;
  flags?: string[];
  env?: Record<string, string>;
  /** A file in the place of both outputs. */
  output?: number;
};

export async function startSite(options: Options = {}) {
  const { folder = builtFolder, flags = [], env = {}, output = 'pipe' } = options;
  const port = await freePort();
  const child = spawn(process.execPath, [...flags, join(folder, 'server.js')], {
    cwd: '/',
    env: { NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', ...env },
    stdio: ['ignore', output, output],
  });
  let out = '';
  let failed = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    failed += chunk;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', resolve);
  });
  const base = `http://127.0.0.1:${port}`;
  while (!(await answers(`${base}/robots.txt`))) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${failed}`);
    await delay(50);
  }
  const end = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return { base, port, process: child, log: () => out, end };
}
