import { availableParallelism } from 'node:os';
import type { MessagePort, Worker } from 'node:worker_threads';
import type { Answer } from './answer';
import type { Asked } from './asked';
import type { Line } from './line';
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

/** What a thread says first; then it answers what it is asked. */
const READY = 'ready';
type Reply = { answer: Answer } | { fault: Pick<Error, 'message' | 'stack'> };

/** A thread's own part: answers what it is asked for over `port`, one after the other. */
export function answerOver(port: MessagePort, make: Make): void {
  const reply = (message: Reply) => port.postMessage(message);
  port.on('message', (asked: Asked) => {
    make(asked)
      .then((answer) => reply({ answer }))
      // Of a fault only words: what else hangs on it may be nothing that a message can carry.
      .catch((fault: unknown) => {
        const { message, stack } = fault instanceof Error ? fault : new Error(String(fault));
        reply({ fault: { message, stack } });
      });
  });
  port.postMessage(READY);
}

/** A message carries a body as plain bytes. */
const received = ({ body, ...answer }: Answer): Answer => ({
  ...answer,
  body: Buffer.from(body.buffer, body.byteOffset, body.byteLength),
});

type Threads = {
  line: Line;
  count: number;
  /** Starts one; `answerOver` must run in it. */
  start: () => Worker;
  onFault: (fault: Error) => void;
};

/** A thread that stands in the line once it is ready. Rejects where it ends before. */
function begun({
  line,
  start,
  onEnd,
}: Pick<Threads, 'line' | 'start'> & { onEnd: (fault: Error) => void }) {
  return new Promise<void>((resolve, reject) => {
    const worker = start();
    let fault = new Error('a thread ended');
    let ready = false;
    let asker: { resolve: (answer: Answer) => void; reject: (fault: Error) => void } | undefined;
    const make: Make = (asked) =>
      new Promise((resolve, reject) => {
        asker = { resolve, reject };
        worker.postMessage(asked);
      });
    worker.on('message', (message: Reply | typeof READY) => {
      if (message === READY) {
        ready = true;
        line.join(make);
        resolve();
      } else if ('fault' in message) asker?.reject(Object.assign(new Error(), message.fault));
      else asker?.resolve(received(message.answer));
    });
    // The asker would wait for ever.
    worker.on('messageerror', (error: Error) => asker?.reject(error));
    worker.on('error', (error: Error) => {
      fault = error;
    });
    worker.on('exit', () => {
      line.leave(make, fault);
      asker?.reject(fault);
      if (ready) onEnd(fault);
      else reject(fault);
    });
  });
}

/** Puts so many threads into the line; one that ends is replaced, but not one that could not even begin. */
export async function startThreads({ line, count, start, onFault }: Threads): Promise<void> {
  const onEnd = (fault: Error) => {
    onFault(fault);
    add().catch(onFault);
  };
  const add = () => begun({ line, start, onEnd });
  await Promise.all(Array.from({ length: count }, add));
}
