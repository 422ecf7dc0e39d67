import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readAsset } from '@/lib/assets';

/**
 * SVG to PNG. resvg draws letters only from the fonts it is given, and a variable font only at its default weight:
 * hence the static files, as WOFF2, which resvg-wasm reads as it is.
 */

const fontFile = (family: string, subset: string, weight: number): string =>
  `node_modules/@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff2`;

const fontFiles = (subset: string): string[] =>
  ['inter', 'source-serif-4'].flatMap((family) =>
    [400, 600].map((weight) => fontFile(family, subset, weight)),
  );

const read = async (file: string) => new Uint8Array(await readAsset(file));

let ready: Promise<void> | undefined;
const fonts = new Map<string, Promise<Uint8Array[]>>();

function start(): Promise<void> {
  ready ??= readAsset('node_modules/@resvg/resvg-wasm/index_bg.wasm').then(initWasm);
  return ready;
}

function fontsOf(subset: string): Promise<Uint8Array[]> {
  const known = fonts.get(subset) ?? Promise.all(fontFiles(subset).map(read));
  fonts.set(subset, known);
  return known;
}

/** Letters that only the larger files have. */
const EXTENDED = /[\u{100}-\u{2ff}\u{1e00}-\u{1eff}\u{20a0}-\u{20c0}]/u;

export async function toPng(svg: string, density: number): Promise<Uint8Array> {
  await start();
  const fontBuffers = [
    ...(await fontsOf('latin')),
    ...(EXTENDED.test(svg) ? await fontsOf('latin-ext') : []),
  ];
  const drawing = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: 'Inter' },
    fitTo: { mode: 'zoom', value: density },
  });
  try {
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}
