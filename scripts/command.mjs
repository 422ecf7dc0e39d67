import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { basename, join } from 'node:path';
import './output.mjs';

/** The project's folder: npm runs its scripts there. (Playwright cannot load `import.meta`.) */
export const root = process.cwd();

// A group of its own lets one signal end a command with everything that it started.
const OWN_GROUP = process.platform !== 'win32';

const NAMES = { 'npm-cli.js': 'npm', 'cli.js': 'playwright' };
/** A server may take ten seconds to answer what it was asked (server/drain.ts). */
const GRACE_MS = 11_000;

const running = new Set();
let received;

export class CommandFailed extends Error {
  constructor(message, output) {
    super(message);
    this.name = 'CommandFailed';
    this.output = output;
  }
}

export const next = (...args) => script('node_modules/next/dist/bin/next', args);
export const playwright = (...args) => script('node_modules/@playwright/test/cli.js', args);

/** npm says where it is; running that file avoids npm.cmd, which needs a shell on Windows. */
export function npm(...args) {
  const file = process.env.npm_execpath ?? '';
  return basename(file).startsWith('npm-') ? [process.execPath, file, ...args] : ['npm', ...args];
}

/** Runs a command to its end and gives its output; a failed command rejects with it. */
export function run(command, { env, seconds, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, { env, show });
    const output = outputOf(child.stdout, child.stderr);
    const fail = (why) => reject(new CommandFailed(`${nameOf(command)}: ${why}`, output.text()));
    const timer = seconds && setTimeout(() => end(child, 'SIGKILL'), seconds * 1000);
    child.on('error', (error) => fail(error.message));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      // Not a failure: this process is about to end.
      if (stopping()) return;
      if (code === 0) resolve(output.text());
      else fail(signal ? `ended by ${signal}` : `exit code ${code}`);
    });
  });
}

/** Starts a command that `forwardSignals` will end. */
export function start([file, ...args], { env, show = false, messages = false } = {}) {
  const to = show ? 'inherit' : 'pipe';
  const child = spawn(file, args, {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', to, to, ...(messages ? ['ipc'] : [])],
    detached: OWN_GROUP,
  });
  running.add(child);
  child.on('close', () => {
    running.delete(child);
    if (stopping()) exitWhenAllEnded();
  });
  return child;
}

/** Keeps what streams say until told to stop. */
export function outputOf(...streams) {
  const chunks = [];
  const keep = (chunk) => chunks.push(chunk);
  for (const stream of streams) stream?.on('data', keep);
  return {
    text: () => Buffer.concat(chunks).toString(),
    stop: () => {
      for (const stream of streams) stream?.off('data', keep);
    },
  };
}

/** On Ctrl-C and the like: ends the commands under way, then this process. */
export function forwardSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  if (process.env.npm_lifecycle_event) stopWithParent();
}

// A signal to npm ends the shell between npm and this process, which passes nothing on.
function stopWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop('SIGTERM');
  }, 100);
  watch.unref();
}

function stop(signal) {
  received = signal;
  endAll(signal);
  setTimeout(endAll, GRACE_MS, 'SIGKILL').unref();
  exitWhenAllEnded();
}

/** Whether a signal asked this process to end. */
export const stopping = () => received !== undefined;

function endAll(signal) {
  for (const child of running) end(child, signal);
}

function exitWhenAllEnded() {
  if (running.size === 0) process.exit(process.exitCode ?? 128 + constants.signals[received]);
}

function end(child, signal) {
  try {
    if (OWN_GROUP) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

const script = (path, args) => [process.execPath, join(root, path), ...args];

function nameOf([file, ...args]) {
  const [path, ...rest] = file === process.execPath ? args : [file, ...args];
  return [NAMES[basename(path)] ?? basename(path), ...rest].join(' ');
}
