/** So much of a file tells what it is. */
const LENGTH = 4096;

/** A few stray signs are faults of a table, told where they stand; pictures and programs are full of them. */
const FEW = 8;
const SHARE = 0.05;

/** No text has control signs other than tabs and line ends; U+FFFD is what is left of bytes that are no letters. */
function isForeign(sign: number): boolean {
  return sign < 9 || (sign > 13 && sign < 32) || sign === 127 || sign === 0xfffd;
}

/** Whether a file's beginning, decoded, is text at all. */
export function isText(text: string): boolean {
  const length = Math.min(text.length, LENGTH);
  let foreign = 0;
  for (let at = 0; at < length; at += 1) if (isForeign(text.charCodeAt(at))) foreign += 1;
  return foreign < FEW || foreign < length * SHARE;
}

export const noText = 'the file is not text: a table saved as CSV is';
