import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

const buffer = new Uint8Array(256 * 1024);
const files = new Map();

/** Reads on up to where a file is there, and at its end answers with its hash. */
parentPort?.on('message', ({ id, fd, to, last }) => {
  const file = files.get(id) ?? { hash: createHash('sha256'), at: 0 };
  files.set(id, file);
  while (file.at < to) {
    const read = readSync(fd, buffer, 0, Math.min(buffer.length, to - file.at), file.at);
    if (read === 0) throw new Error(`a file ends at ${file.at} instead of ${to}`);
    file.hash.update(buffer.subarray(0, read));
    file.at += read;
  }
  if (!last) return;
  files.delete(id);
  parentPort?.postMessage({ id, digest: file.hash.digest('hex') });
});
