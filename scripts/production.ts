import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { forwardSignals, outputOf, root, start } from './command.mjs';
import { answers, freePort } from './port.mjs';

/** The server as it runs for readers, started for a command that measures it. */
export type Production = {
  origin: string;
  /** In bytes, after what is not used is gone: what JavaScript holds, and all that the process holds. */
  memory: () => Promise<{ used: number; resident: number }>;
  /** Of all its threads so far. */
  cpuMilliseconds: () => Promise<number>;
};

const START_SECONDS = 30;
const PROBE = ['--expose-gc', '--require', join(root, 'scripts/probe.cjs')];
export const OUR_SERVER = join(root, '.next/standalone/server.js');
const PROBED = [process.execPath, ...PROBE, OUR_SERVER];

/** `command` is told by the environment where to listen; one without the probe tells no memory. */
export async function withProduction<T>(
  work: (server: Production) => Promise<T>,
  command: string[] = PROBED,
  own: Record<string, string> = {},
): Promise<T> {
  forwardSignals();
  const port = await freePort();
  const env = {
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    CLAIMLINE_LOG: 'off',
    ...own,
  };
  const server = start(command, { env, messages: true });
  const output = outputOf(server.stdout, server.stderr);
  const ended = new Promise<never>((_, reject) => {
    server.once('exit', () => reject(new Error(`the server ended:\n${output.text()}`)));
  });
  const origin = `http://127.0.0.1:${port}`;
  try {
    await Promise.race([answering(origin), ended]);
    const told =
      <K extends keyof Told>(what: K) =>
      () =>
        toldBy(server, what);
    const measures = { memory: told('memory'), cpuMilliseconds: told('cpu') };
    return await Promise.race([work({ origin, ...measures }), ended]);
  } finally {
    ended.catch(() => {});
    await stopped(server);
  }
}

type Server = ReturnType<typeof start>;

async function answering(origin: string): Promise<void> {
  const began = Date.now();
  while (!(await answers(origin))) {
    if (Date.now() - began > START_SECONDS * 1000)
      throw new Error(`the server did not answer within ${START_SECONDS} s`);
    await delay(50);
  }
}

/** What the probe tells when it is asked. */
type Told = { memory: { used: number; resident: number }; cpu: number };

function toldBy<K extends keyof Told>(server: Server, what: K): Promise<Told[K]> {
  return new Promise((resolve) => {
    server.once('message', (told) => resolve(told as Told[K]));
    server.send(what);
  });
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}
