import disk from 'node:fs';
import fs, { type FileHandle } from 'node:fs/promises';
import { setImmediate as immediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** Makes calls to the disk fail, for tests: every one that a command makes is known here, in its order. */

export type Fault = {
  code: string;
  /** Whether a call fails, by its name and paths and by its number, from 0. */
  fails: (call: string, at: number) => boolean;
  /** It fails though it was done, as a network may have it. */
  isDone?: boolean;
};

type Call = (this: unknown, ...args: unknown[]) => unknown;
type Holder = Record<string, Call>;
type Wrap = (name: string, call: Call) => Call;

const ON_PATHS =
  'access copyFile mkdir mkdtemp open readFile readdir realpath rename rm rmdir stat unlink writeFile';
const ON_HANDLES = 'read stat sync writeFile';
const AT_ONCE = 'closeSync openSync readSync writeSync';
const WITH_CALLBACK = 'close open read';

/** Runs `act`; gives the calls that it made. */
export async function onFaultyDisk(
  fault: Fault | null,
  act: () => Promise<unknown>,
): Promise<string[]> {
  const calls: string[] = [];
  const handle = await fs.open(__filename);
  const { wrapAsync, wrapSync, wrapCallback, wrapMessage } = wraps(fault, calls);
  const kept = [
    replaced(fs, ON_PATHS, wrapAsync),
    replaced(Object.getPrototypeOf(handle), ON_HANDLES, wrapAsync),
    replaced(disk, AT_ONCE, wrapSync),
    replaced(disk, WITH_CALLBACK, wrapCallback),
    replaced(Worker.prototype, 'postMessage', wrapMessage),
  ];
  try {
    await act();
  } finally {
    for (const putBack of kept) putBack();
    await handle.close();
  }
  return calls;
}

function replaced(object: object, names: string, wrap: Wrap): () => void {
  const holder = object as Holder;
  const kept = names.split(' ').map((name) => [name, holder[name] as Call] as const);
  for (const [name, call] of kept) holder[name] = wrap(name, call);
  return () => Object.assign(holder, Object.fromEntries(kept));
}

function wraps(fault: Fault | null, calls: string[]) {
  /** The error that a call is to end in. */
  const errorOf = (name: string, args: unknown[]): Error | null => {
    const paths = args.slice(0, 2).filter((one) => typeof one === 'string' && one.includes('/'));
    const call = [name, ...paths].join(' ');
    calls.push(call);
    if (!fault?.fails(call, calls.length - 1)) return null;
    const told = paths.map((path) => ` '${path}'`).join(' ->');
    const error = new Error(`${fault.code}: made to fail, ${name}${told}`);
    return Object.assign(error, { code: fault.code, syscall: name, path: paths[0] });
  };
  // What is not closed would be reported, and hold the process, long after.
  const isDone = (name: string): boolean => fault?.isDone === true || name.startsWith('close');

  const wrapAsync: Wrap = (name, call) =>
    async function (this: unknown, ...args) {
      const error = errorOf(name, args);
      const done = !error || isDone(name) ? await call.apply(this, args) : null;
      if (error) await immediate();
      if (error) throw error;
      // Each handle has a `close` of its own.
      if (name === 'open') replaced(done as FileHandle, 'close', wrapAsync);
      return done;
    };
  const wrapSync: Wrap = (name, call) =>
    function (this: unknown, ...args) {
      const error = errorOf(name, args);
      const done = !error || isDone(name) ? call.apply(this, args) : null;
      if (error) throw error;
      return done;
    };
  const wrapCallback: Wrap = (name, call) =>
    function (this: unknown, ...args) {
      const error = errorOf(name, args);
      if (!error) return call.apply(this, args);
      const fail = () => (args.pop() as Call)(error);
      if (isDone(name)) call.call(this, ...args.slice(0, -1), fail);
      else setImmediate(fail);
    };
  // The thread that hashes reads on its own: a file that is not open is what fails there.
  const wrapMessage: Wrap = (name, call) =>
    function (this: unknown, message, ...rest) {
      const isOurs = typeof message === 'object' && message !== null && 'fd' in message;
      const failing = isOurs && errorOf(name, []);
      return call.call(this, failing ? { ...message, fd: 1_000_000 } : message, ...rest);
    };
  return { wrapAsync, wrapSync, wrapCallback, wrapMessage };
}
