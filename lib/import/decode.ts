export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Windows-1252 from 0x80 to 0x9F; some engines decode these as Latin-1 control characters instead. */
const high = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const fixHigh = (text: string): string =>
  text.replace(/[\x80-\x9f]/g, (sign) => high[sign.charCodeAt(0) - 0x80] ?? sign);

/** So many bytes tell UTF-16 without a mark. */
const START = 1024;

/** So many bytes, from the first that is not ASCII on, settle what they are. */
const WINDOW = 16_384;

/**
 * Bytes to text, piece by piece, telling the encoding on the way: a byte order mark; UTF-16 without one by its
 * NUL bytes; else, while all is ASCII, undecided, and the first other bytes settle it: UTF-8, or Windows-1252,
 * which any byte is. Undecided text reads the same in both, so nothing is read twice. What comes out does not
 * depend on how the bytes are cut into pieces.
 */
export class Decoder {
  encoding: Encoding = 'utf-8';
  bom = false;
  private decoder: TextDecoder | null = null;
  private started = false;
  /** Bytes that are not text yet: too few to tell, or letters cut in two while undecided. */
  private carry = new Uint8Array(0);

  constructor(private readonly forced?: Encoding) {
    if (forced) this.settle(forced);
  }

  push(chunk: Uint8Array): string {
    let bytes = chunk;
    if (this.carry.length > 0) bytes = joined(this.carry, chunk);
    this.carry = new Uint8Array(0);
    if (!this.started) {
      if (bytes.length < START) return this.wait(bytes, 0);
      bytes = this.start(bytes);
    }
    return this.decoder ? this.decode(bytes, true) : this.undecided(bytes);
  }

  end(): string {
    let bytes = this.carry;
    if (!this.started) bytes = this.start(bytes);
    if (!this.decoder) this.settle(isUtf8(bytes) ? 'utf-8' : 'windows-1252');
    return this.decode(bytes, false);
  }

  private wait(bytes: Uint8Array, from: number): string {
    this.carry = bytes.slice(from);
    return '';
  }

  private start(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    this.started = true;
    const found = markOf(bytes);
    const marked = this.forced && found !== this.forced ? null : found;
    this.bom = marked !== null;
    const encoding = this.forced ?? marked ?? utf16Without(bytes);
    if (encoding) this.settle(encoding);
    return (
      marked === null ? bytes : bytes.slice(marked === 'utf-8' ? 3 : 2)
    ) as Uint8Array<ArrayBuffer>;
  }

  private undecided(bytes: Uint8Array): string {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    if (text.length === bytes.length && !text.includes('\uFFFD')) return text;
    const from = bytes.findIndex((byte) => byte >= 0x80);
    if (bytes.length - from < WINDOW) {
      this.wait(bytes, from);
      return text.slice(0, from);
    }
    const window = bytes.subarray(from, from + WINDOW);
    this.settle(isUtf8(window) ? 'utf-8' : 'windows-1252');
    return this.decode(bytes, true);
  }

  private settle(encoding: Encoding): void {
    this.encoding = encoding;
    this.decoder = new TextDecoder(encoding, { ignoreBOM: true });
  }

  private decode(bytes: Uint8Array, stream: boolean): string {
    const text = this.decoder?.decode(bytes, { stream }) ?? '';
    return this.encoding === 'windows-1252' ? fixHigh(text) : text;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function markOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Latin text in UTF-16 has a NUL in every other byte. A few stray NUL bytes are no sign of it. */
function utf16Without(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, 1024);
  const zeros = [0, 0];
  for (let at = 0; at < length; at += 1)
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length * 0.3 && even < length * 0.05) return 'utf-16le';
  if (even > length * 0.3 && odd < length * 0.05) return 'utf-16be';
  return null;
}

/** In UTF-8 a damaged letter stands among whole ones; letters of Windows-1252 hardly ever look whole. */
function isUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[^\0-\x7f\uFFFD]/g)?.length ?? 0;
  return damaged === 0 || damaged < whole;
}
