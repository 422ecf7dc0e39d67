import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import {
  FALLBACKS,
  facesFor,
  STAND_INS,
  setIn,
  unicodeRange,
  WEIGHTS,
  widthIn,
  widths,
} from './fallback-faces';

/** A font whose letters are so wide in thousandths, without kerning. */
const font = (widths: Record<string, number>, other: number) => (text: string) =>
  [...text].reduce((sum, letter) => sum + (widths[letter] ?? other) / 1000, 0);

test('facesFor makes a text as wide, wide letters in a face of their own', () => {
  const own = font({ m: 900, ' ': 300 }, 500);
  const other = font({ m: 820, ' ': 250 }, 500);
  const faces = facesFor('mama moon', own, other, 0.05);
  expect(faces.find(({ letters }) => letters === 'm')).toBeDefined();
  expect(widthIn(faces, other, 'mama moon')).toBeCloseTo(own('mama moon'), 6);
  expect(facesFor('mama moon', own, other)).toHaveLength(1);
});

test('facesFor draws no letter in a size that a reader would see as another', () => {
  const faces = facesFor('fill', font({ f: 900 }, 500), font({ l: 900 }, 500), 0.05);
  const scales = faces.map(({ scale }) => scale);
  expect(Math.max(...scales) / Math.min(...scales)).toBeLessThan(1.51);
});

test('unicodeRange writes neighbours as one range', () => {
  expect(unicodeRange('cabx…')).toBe('U+61-63, U+78, U+2026');
});

/** Of 60 letters: a line and a half of a phone, so that a line of it breaks elsewhere once in many. */
const line = (text: string): string => text.slice(0, 60);

for (const standIn of STAND_INS)
  for (const weight of WEIGHTS)
    test(`${standIn.name} is as wide as its font at ${weight}, line by line`, async () => {
      const texts = await setIn(standIn.family);
      const css = await readFile(FALLBACKS, 'utf8');
      const { own, other } = await widths(standIn, weight);
      const faces = facesIn(css, standIn.name, weight);
      const off = texts.map((text) => widthIn(faces, other, line(text)) / own(line(text)) - 1);
      const mean = off.reduce((sum, share) => sum + share, 0) / off.length;
      const spread = Math.sqrt(off.reduce((sum, share) => sum + share ** 2, 0) / off.length);
      expect(Math.abs(mean), 'run `npm run fonts`').toBeLessThan(0.005);
      expect(spread).toBeLessThan(0.02);
    });

const facesIn = (css: string, name: string, weight: number) =>
  css
    .split('@font-face')
    .filter((face) => face.includes(`"${name}"`) && face.includes(`font-weight: ${weight};`))
    .map((face) => ({
      scale: Number(/size-adjust: ([\d.]+)%/.exec(face)?.[1]) / 100,
      letters: lettersOf(/unicode-range: ([^;]+)/.exec(face)?.[1]),
    }));

function lettersOf(ranges: string | undefined): string | undefined {
  return ranges
    ?.split(', ')
    .flatMap((range) => {
      const [from = 0, to = from] = range
        .replace('U+', '')
        .split('-')
        .map((hex) => parseInt(hex, 16));
      return Array.from({ length: to - from + 1 }, (_, index) =>
        String.fromCodePoint(from + index),
      );
    })
    .join('');
}
