import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

/** The pages' fonts are cut from their packages: only the letters and weights that pages use. */

/** What the packages call Latin: all of Western Europe's letters, and the signs of print. */
const LATIN = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2193],
  [0x2212, 0x2215],
  [0xfeff, 0xfeff],
  [0xfffd, 0xfffd],
] as const;

const text = LATIN.map(([first, last]) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index)),
).join('');

export const FONTS = ['inter', 'source-serif-4'] as const;

export const fontPath = (family: string): string => `app/fonts/${family}.woff2`;

/** The family's roman letters in every weight from 400 to 700. */
export async function cutFont(family: (typeof FONTS)[number]): Promise<Buffer> {
  const whole = `node_modules/@fontsource-variable/${family}/files/${family}-latin-wght-normal.woff2`;
  return subsetFont(await readFile(whole), text, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
  });
}
