import { fstatSync, writeSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { format } from 'node:util';

/** Where the server writes what no reader of the site waits for: whatever becomes of that, it goes on. */

/** `done` hears whether all of the text was taken. */
export type Write = (text: string, done: (fault?: Error | null) => void) => void;

/** So much may wait for somebody who is slow; nobody reads where it is more. */
const MOST_WAITING = 1_000_000;

export function writerTo(stream: Pick<Writable, 'on' | 'write' | 'writableLength'>): Write {
  // Unheard, a fault would end the process; `done` is told of each.
  stream.on('error', () => {});
  return (text, done) => {
    if (stream.writableLength > MOST_WAITING) done(new Error('nobody reads'));
    else stream.write(text, done);
  };
}

/** Of a text that a disk has room for in part Node's own stream for files loses the rest without a word. */
export function writerToFile(fd: number): Write {
  return (text, done) => {
    const bytes = Buffer.from(text);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    } catch (fault) {
      return done(fault as Error);
    }
    done();
  };
}

export function standardOutput(): Write {
  const toStream = writerTo(process.stdout);
  return fstatSync(1).isFile() ? writerToFile(1) : toStream;
}

/** Sends all that this thread has to say to standard error; gives how others may. */
export function tellOnStandardError(): (text: string | Uint8Array) => void {
  const write = writerTo(process.stderr);
  const tell = (text: string | Uint8Array) => write(String(text), () => {});
  for (const name of ['debug', 'error', 'info', 'log', 'warn'] as const)
    console[name] = (...words: unknown[]) => tell(`${format(...words)}\n`);
  return tell;
}
