import { readdir, readFile } from 'node:fs/promises';
import { group } from 'd3-array';
import type { Font } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { textFile } from '../lib/claim/text';
import { type FONTS, fontPath } from './cut-font';

/**
 * Until a font of ours has come, a font of the reader's stands in for it. For no line to break elsewhere when ours
 * takes its place, it is drawn at such a size that its letters are as wide as ours.
 */

type StandIn = {
  family: (typeof FONTS)[number];
  name: string;
  /** A font in a package whose letters are as wide as those of the reader's. */
  like: string;
  /** By its full and its PostScript names: browsers go by the one or the other. */
  regular: string[];
  bold: string[];
  /**
   * Where single letters are too unlike ours: those whose widths are within this of each other share a face. Each
   * face takes a phone time to lay out.
   */
  step?: number;
};

/** On Windows, macOS and iOS; the first two in free likenesses on Linux; on Android. */
export const STAND_INS: StandIn[] = [
  {
    family: 'inter',
    name: 'Inter on Arial',
    like: 'arimo',
    regular: ['Arial', 'ArialMT', 'Liberation Sans', 'Arimo'],
    bold: ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold', 'Arimo Bold'],
  },
  {
    family: 'inter',
    name: 'Inter on Roboto',
    like: 'roboto',
    regular: ['Roboto', 'Roboto-Regular'],
    bold: ['Roboto Bold', 'Roboto-Bold'],
  },
  {
    family: 'source-serif-4',
    name: 'Source Serif on Times',
    like: 'tinos',
    regular: ['Times New Roman', 'TimesNewRomanPSMT', 'Liberation Serif', 'Tinos'],
    bold: ['Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold', 'Tinos Bold'],
    step: 0.05,
  },
  {
    family: 'source-serif-4',
    name: 'Source Serif on Noto',
    like: 'noto-serif',
    regular: ['Noto Serif', 'NotoSerif', 'NotoSerif-Regular'],
    bold: ['Noto Serif Bold', 'NotoSerif-Bold'],
  },
];

export const WEIGHTS = [400, 500, 600, 700] as const;
const isBold = (weight: number) => weight >= 600;

const PLAIN = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));
const SET = [...PLAIN, ...'–—‘’“”…'];

/** How far a letter may be from the middle: further, and a reader would see it as another size. A mark may be more. */
const MOST = { letter: 0.2, mark: 0.3 };

type Width = (text: string) => number;

async function shapedWidth(file: string, weight?: number): Promise<Width & { font: Font }> {
  const sfnt = await subsetFont(await readFile(file), SET.join(''), { targetFormat: 'sfnt' });
  // As a module that waits for its WASM it cannot be required.
  const harfbuzz = await import('harfbuzzjs');
  const face = new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(sfnt).buffer));
  const font = new harfbuzz.Font(face);
  if (weight) font.setVariations([new harfbuzz.Variation('wght', weight)]);
  const width = (text: string) => {
    const line = new harfbuzz.Buffer();
    line.addText(text);
    line.guessSegmentProperties();
    harfbuzz.shape(font, line);
    const advances = line.getGlyphPositions().map(({ xAdvance }) => xAdvance ?? 0);
    return advances.reduce((sum, advance) => sum + advance, 0) / face.upem;
  };
  return Object.assign(width, { font });
}

const likeFile = (like: string, weight: number): string =>
  `node_modules/@fontsource/${like}/files/${like}-latin-${isBold(weight) ? 700 : 400}-normal.woff2`;

/** Which letters are drawn at which share of the size; without letters, all that no other face has. */
export type Face = { scale: number; letters?: string };

type Counted = Map<string, number>;

function counted(text: string): Counted {
  // Each once, for those that the text happens not to have.
  const counts: Counted = new Map(SET.map((letter) => [letter, 1]));
  for (const letter of text) {
    const count = counts.get(letter);
    if (count !== undefined) counts.set(letter, count + 1);
  }
  return counts;
}

const widthOf = (counts: Iterable<[string, number]>, width: Width): number =>
  [...counts].reduce((sum, [letter, count]) => sum + count * width(letter), 0);

/** How wide a text is in faces of `other`: where letters have faces of their own, Chromium kerns none. */
export function widthIn(faces: Face[], other: Width, text: string): number {
  const scaleOf = (letter: string) =>
    (faces.find(({ letters }) => letters?.includes(letter)) ?? faces[0])?.scale ?? 1;
  if (faces.length === 1) return other(text) * scaleOf('');
  return [...text].reduce((sum, letter) => sum + other(letter) * scaleOf(letter), 0);
}

/** The faces that make a text as wide in `other` as it is in `own`: one, or one for each step of width. */
export function facesFor(text: string, own: Width, other: Width, step = Infinity): Face[] {
  const letters = [...counted(text)];
  const ratio = (of: typeof letters) => widthOf(of, own) / widthOf(of, other);
  const mean = ratio(letters);
  const share = (of: typeof letters) => {
    const most = of.some(([letter]) => /\p{L}/u.test(letter)) ? MOST.letter : MOST.mark;
    return Math.max(1 - most, Math.min(1 + most, ratio(of) / mean));
  };
  const steps = group(letters, (letter) => Math.round(Math.log(share([letter])) / step));
  const facesAt = (middle: number): Face[] =>
    [...steps]
      .sort(([a], [b]) => Math.abs(a) - Math.abs(b) || a - b)
      .map(([place, of]) => ({
        scale: middle * share(of),
        ...(place !== 0 && { letters: of.map(([letter]) => letter).join('') }),
      }));
  // Kerning, and letters further apart than the steps reach.
  return facesAt((mean * own(text)) / widthIn(facesAt(mean), other, text));
}

/** How wide a text is in our font, and in the one that stands in for it. */
export const widths = async ({ family, like }: StandIn, weight: number) => ({
  own: await shapedWidth(fontPath(family), weight),
  other: await shapedWidth(likeFile(like, weight)),
});

/** Neighbours as one range, as a stylesheet writes them. */
export function unicodeRange(letters: string): string {
  const codes = [...letters].map((letter) => letter.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last && code === last[1] + 1) last[1] = code;
    else ranges.push([code, code]);
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return ranges
    .map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`))
    .join(', ');
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

function faceCss(standIn: StandIn, weight: number, font: Font, { scale, letters }: Face): string {
  const { ascender, descender, lineGap } = font.hExtents();
  const override = (units: number) => percent(units / font.face.upem / scale);
  const names = standIn[isBold(weight) ? 'bold' : 'regular'];
  return [
    '@font-face {',
    `  font-family: "${standIn.name}";`,
    `  font-weight: ${weight};`,
    `  src: ${names.map((name) => `local("${name}")`).join(', ')};`,
    `  size-adjust: ${percent(scale)};`,
    `  ascent-override: ${override(ascender)};`,
    `  descent-override: ${override(-descender)};`,
    `  line-gap-override: ${override(lineGap)};`,
    ...(letters ? [`  unicode-range: ${unicodeRange(letters)};`] : []),
    '}',
  ].join('\n');
}

/** The stylesheet of all fonts that stand in, for what is set in each. */
export async function fallbackCss(): Promise<string> {
  const faces: string[] = [];
  for (const standIn of STAND_INS)
    for (const weight of WEIGHTS) {
      const { own, other } = await widths(standIn, weight);
      const text = (await setIn(standIn.family)).join(' ');
      const of = facesFor(text, own, other, standIn.step);
      faces.push(...of.map((face) => faceCss(standIn, weight, own.font, face)));
    }
  return `/* Written by \`npm run fonts\`. */\n\n${faces.join('\n\n')}\n`;
}

export const FALLBACKS = 'app/fonts/fallbacks.css';

const SENTENCE = /^[A-Z“][^{}]{25,}$/;

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** What is set in a family: quotes with the words around them in the serif, and all that the pages say in the sans. */
export const setIn = (family: StandIn['family']): Promise<string[]> =>
  family === 'inter' ? siteText() : quotes();

const TEXTS = 'data/texts';

const textFiles = async (): Promise<string[]> =>
  (await readdir(TEXTS)).sort().map((name) => `${TEXTS}/${name}`);

async function quotes(): Promise<string[]> {
  const texts = (await textFiles()).map(async (file) =>
    textFile.parse(JSON.parse(await readFile(file, 'utf8'))),
  );
  const claims = (await Promise.all(texts)).flatMap((text) => text.claims);
  return claims.map(({ prefix, quote, suffix }) => `…${prefix}${quote}${suffix}…`);
}

/** As the letters go: questions, notes, descriptions. */
async function siteText(): Promise<string[]> {
  const files = [...(await textFiles()), 'data/datapackage.json'];
  const read = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return read
    .flatMap((text) => stringsIn(JSON.parse(text)))
    .filter((text) => SENTENCE.test(text) && !text.includes('://'));
}
