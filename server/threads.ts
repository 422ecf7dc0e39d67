import { availableParallelism } from 'node:os';
import type { MessagePort, Worker } from 'node:worker_threads';
import type { Answer } from './answer';
import type { Asked } from './asked';
import type { Make } from './made';

/**
 * Answers are made in threads, one for each core. All else stays with the first: it alone listens, keeps, logs and
 * drains, so that readers who ask for the same wait for one answer, and a thread that dies loses nobody a connection.
 */

/** Each holds all data. */
const MOST = 4;

/** How many threads make answers: one for each core, unless told, or where Node may start none. */
export function threadCount(told = process.env.CLAIMLINE_THREADS): number {
  if (process.permission && !process.permission.has('worker')) return 1;
  const count = Number(told || Math.min(availableParallelism(), MOST));
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(`CLAIMLINE_THREADS: not a number of threads: "${told}"`);
}

type Question = { id: number; asked: Asked };
type Reply = { id: number; answer: Answer } | { id: number; fault: Error };
/** What a thread says first. */
const READY = 'ready';

/** A thread's own part: answers what it is asked for over `port`. */
export function answerOver(port: MessagePort, make: Make): void {
  const reply = (message: Reply) => port.postMessage(message);
  port.on('message', ({ id, asked }: Question) => {
    make(asked).then(
      (answer) => reply({ id, answer }),
      (fault: Error) => reply({ id, fault }),
    );
  });
  port.postMessage(READY);
}

type Waiting = { resolve: (answer: Answer) => void; reject: (fault: Error) => void };
type Thread = { worker: Worker; waiting: Map<number, Waiting> };

/** A message carries a body as plain bytes. */
const received = ({ body, ...answer }: Answer): Answer => ({
  ...answer,
  body: Buffer.from(body.buffer, body.byteOffset, body.byteLength),
});

function settle({ waiting }: Thread, reply: Reply): void {
  const one = waiting.get(reply.id);
  waiting.delete(reply.id);
  if ('fault' in reply) one?.reject(reply.fault);
  else one?.resolve(received(reply.answer));
}

type Threads = {
  count: number;
  /** Starts one; `answerOver` must run in it. */
  start: () => Worker;
  onFault: (fault: Error) => void;
};

/** Makes answers in so many threads, each in the one that has the least to do; one that ends is replaced. */
export async function makeInThreads({ count, start, onFault }: Threads): Promise<Make> {
  const threads = new Set<Thread>();
  let id = 0;

  const add = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const thread: Thread = { worker: start(), waiting: new Map() };
      let ended = new Error('a thread ended');
      thread.worker.on('message', (message: Reply | typeof READY) => {
        if (message !== READY) return settle(thread, message);
        threads.add(thread);
        resolve();
      });
      thread.worker.on('error', (fault: Error) => {
        ended = fault;
      });
      thread.worker.on('exit', () => {
        for (const one of thread.waiting.values()) one.reject(ended);
        // One that could not begin would not a second time.
        if (!threads.delete(thread)) return reject(ended);
        onFault(ended);
        add().catch(onFault);
      });
    });

  await Promise.all(Array.from({ length: count }, add));
  return (asked) =>
    new Promise((resolve, reject) => {
      const [idlest] = [...threads].sort((a, b) => a.waiting.size - b.waiting.size);
      if (!idlest) return reject(new Error('no thread is left'));
      id += 1;
      idlest.waiting.set(id, { resolve, reject });
      idlest.worker.postMessage({ id, asked } satisfies Question);
    });
}
