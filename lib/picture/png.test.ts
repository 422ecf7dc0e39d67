import { expect, test } from '@playwright/test';
import { toPng } from './png';

const size = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60" viewBox="0 0 300 60">${content}</svg>`;

const text = (words: string, family: string, weight = 400) =>
  svg(
    `<text x="10" y="40" font-size="30" font-family="${family}" font-weight="${weight}">${words}</text>`,
  );

const equal = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(Buffer.from(b));

test('toPng(svg, density) is a PNG of that many pixels', async () => {
  const one = await toPng(text('Canada', 'Inter'), 1);
  expect([...one.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect(size(one)).toEqual([300, 60]);
  expect(size(await toPng(text('Canada', 'Inter'), 2))).toEqual([600, 120]);
});

test('toPng(svg, density) draws the letters of both families, at both weights', async () => {
  const empty = await toPng(svg(''), 1);
  const drawn = await Promise.all([
    toPng(text('Canada', 'Inter Variable, Inter'), 1),
    toPng(text('Canada', 'Inter Variable, Inter', 600), 1),
    toPng(text('Canada', 'Source Serif 4 Variable, Source Serif 4'), 1),
    toPng(text('Canada', 'Source Serif 4 Variable, Source Serif 4', 600), 1),
  ]);
  const all = [empty, ...drawn];
  for (const [index, one] of all.entries())
    expect(all.findIndex((other) => equal(one, other))).toBe(index);
});

test('toPng(svg, density) knows letters outside Latin-1, and signs that data hold', async () => {
  const none = await toPng(text('\u{f8ff}', 'Inter'), 1);
  for (const sign of ['ō', 'Ł', 'ş', '−', '…', '·', '’', '“', '€'])
    expect(equal(await toPng(text(sign, 'Inter'), 1), none), sign).toBe(false);
});
