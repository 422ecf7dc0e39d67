const SPACE = 32;
const QUOTE = 34;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const EQUALS = 61;
const AT = 64;
const ASCII = 0x80;

/** A double holds any number of so many digits. */
const LONGEST_NUMBER = 300;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** `-12.5` and its like; a number with an exponent is left to the reader of rows. */
export function isPlainNumber(bytes: Uint8Array, from: number, end: number): boolean {
  if (end - from > LONGEST_NUMBER) return false;
  const start = bytes[from] === MINUS ? from + 1 : from;
  let point = end;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= ZERO && byte <= NINE) continue;
    if (byte !== POINT || point !== end) return false;
    point = at;
  }
  return point > start && point !== end - 1 && end > start;
}

/** Whole UTF-8 text of one line without quotes that no spreadsheet runs; what may be more is left to that reader. */
export function isPlainText(bytes: Uint8Array, from: number, end: number): boolean {
  const first = bytes[from];
  if (first === EQUALS || first === PLUS || first === MINUS || first === AT) return false;
  let all = 0;
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte === QUOTE || byte < SPACE) return false;
    all |= byte;
  }
  return all < ASCII || !decoder.decode(bytes.subarray(from, end)).includes('\uFFFD');
}
