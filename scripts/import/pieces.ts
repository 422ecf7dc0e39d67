import type { FileHandle } from 'node:fs/promises';
import { naming, onFile } from '@/lib/errno';

const PIECE = 256 * 1024;

/**
 * A file from its start, which is closed at its end. A piece is good until the next one is asked for: two buffers
 * take turns, one being read into while the other is worked on, and nothing is left behind to be collected.
 * A fault tells the `name`.
 */
export async function* pieces(file: FileHandle, name = ''): AsyncGenerator<Uint8Array> {
  const buffers = [new Uint8Array(PIECE), new Uint8Array(PIECE)] as const;
  const read = (buffer: Uint8Array) => {
    const reading = file.read(buffer);
    // It may fail while the piece before it is worked on.
    reading.catch(() => {});
    return reading;
  };
  let reading = read(buffers[0]);
  try {
    for (let turn = 1; ; turn = 1 - turn) {
      const { bytesRead, buffer } = await reading;
      if (bytesRead === 0) return;
      reading = read(turn === 1 ? buffers[1] : buffers[0]);
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw onFile(error, name);
  } finally {
    await reading.catch(() => {});
    await file.close().catch(naming(name));
  }
}
