import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';

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
    closeSync(this.descriptor);
  }

  chunks(): AsyncIterable<Uint8Array> {
    return createReadStream(this.file, { highWaterMark: BUFFER });
  }

  private flush(): void {
    if (this.parts.length > 0) writeSync(this.descriptor, this.parts.join(''));
    this.parts = [];
    this.length = 0;
  }
}
