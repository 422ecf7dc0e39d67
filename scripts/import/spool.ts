import { createReadStream, openSync } from 'node:fs';
import { onFile } from '@/lib/errno';
import { closeFile, writeWhole } from './disk';

const BUFFER = 256 * 1024;

/** Text put aside in a file until it is wanted: memory holds only its end. */
export class Spool {
  private readonly descriptor: number;
  private parts: string[] = [];
  private length = 0;

  constructor(private readonly file: string) {
    this.descriptor = openSync(file, 'wx');
  }

  add(text: string): void {
    this.parts.push(text);
    this.length += text.length;
    if (this.length > BUFFER) this.flush();
  }

  /** Ends the writing. */
  close(): void {
    this.flush();
    closeFile(this.descriptor, this.file);
  }

  chunks(): AsyncIterable<Uint8Array> {
    const stream = createReadStream(this.file, { highWaterMark: BUFFER });
    return stream.on('error', (error) => onFile(error, this.file));
  }

  private flush(): void {
    writeWhole(this.descriptor, Buffer.from(this.parts.join('')), this.file);
    this.parts = [];
    this.length = 0;
  }
}
