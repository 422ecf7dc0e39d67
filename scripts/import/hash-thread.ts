import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileFacts } from '@/lib/revision/hash';

/** A file that is hashed as it grows. */
export type Followed = {
  /** It is there up to so many bytes. */
  reach: (bytes: number) => void;
  /** Its facts, now that it is whole. */
  facts: (bytes: number) => Promise<FileFacts>;
};

type Asked = { resolve: (digest: string) => void; reject: (error: Error) => void };

/** Hashes files on a thread of its own, while this one reads or writes them: it takes as long as reading them. */
export class HashThread {
  private worker: Worker | null = null;
  private count = 0;
  private failure: Error | null = null;
  private readonly asked = new Map<number, Asked>();

  /** The file stays open until its facts are there. */
  follow(fd: number): Followed {
    const worker = this.started();
    const id = this.count;
    this.count += 1;
    return {
      reach: (to) => worker.postMessage({ id, fd, to, last: false }),
      facts: async (bytes) => {
        if (this.failure) throw this.failure;
        const digest = new Promise<string>((resolve, reject) => {
          this.asked.set(id, { resolve, reject });
        });
        worker.ref();
        worker.postMessage({ id, fd, to: bytes, last: true });
        return { bytes, hash: `sha256:${await digest}` };
      },
    };
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  /** Nobody waits for the thread unless a hash is asked for. */
  private started(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(path.join(__dirname, 'hash-worker.mjs'), { execArgv: [] });
    worker.unref();
    worker.on('message', ({ id, digest }) => {
      this.asked.get(id)?.resolve(digest);
      this.asked.delete(id);
      if (this.asked.size === 0) worker.unref();
    });
    worker.on('error', (error) => this.fail(error));
    worker.on('exit', () => this.fail(new Error('the hash thread has ended')));
    this.worker = worker;
    return worker;
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { reject } of this.asked.values()) reject(error);
    this.asked.clear();
  }
}
