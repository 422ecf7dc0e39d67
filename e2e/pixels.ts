import { expect, type Locator } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Of a chart's pixels, this share may differ to the eye, some 20 at an edge; where it was measured none did. */
export const MOST_DIFFERING = 0.00005;

/** A chart as it is seen, but for the brush, which the live one adds in room that was kept for it. */
export async function pixelsOf(figure: Locator): Promise<PNG> {
  await figure.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.live-brush { visibility: hidden; }');
    document.adoptedStyleSheets = [sheet];
  });
  return PNG.sync.read(await figure.screenshot({ animations: 'disabled' }));
}

/** The share of pixels that differ to the eye, those at edges too. */
export function differing(before: PNG, after: PNG): number {
  const { width, height } = before;
  expect({ width: after.width, height: after.height }).toEqual({ width, height });
  const options = { threshold: 0.1, includeAA: true };
  return pixelmatch(before.data, after.data, null, width, height, options) / (width * height);
}
