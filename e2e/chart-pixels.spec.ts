import { expect, type Page, test } from '@playwright/test';
import { comeTo, figures } from './live-charts';
import { differing, MOST_DIFFERING, pixelsOf } from './pixels';
import { fontsLoaded, hydrated } from './visit';

/** To the eye nothing changes when a chart goes live: its pixels stay, and those of all words about it. */

const CHINA = 'trade-by-partner:China:exports:customs:value_cad_millions';
const JAPAN = 'trade-by-partner:Japan:exports:customs:value_cad_millions';
const SEED = 'canola-seed-exports-monthly:China:terminal:thousand_tonnes';
const two = `/chart?series=${CHINA}~${JAPAN}&freq=year`;
const units = `/chart?series=${CHINA}~${SEED}&freq=year`;

/** Each form, where it is drawn, and a mark by which it is known. */
const forms: Record<string, [address: string, mark: string]> = {
  'lines and scattered marks': ['/claims/us-dependence', '.chart-line, .chart-dot'],
  'lines with events': ['/claims/largest-canola-buyer', '.chart-rule-event'],
  'steps, lines by month': ['/claims/aluminium-tariff', '.chart-line'],
  'an area, a reference': ['/claims/fuel-ban-2035', '.chart-area'],
  'marks of four shapes': ['/claims/chinese-ev-price', '.chart-shape-diamond'],
  'rows of dots in time': ['/claims/early-relations', '.chart-dot'],
  'rows of bars': ['/claims/lose-china-market', '.chart-bar'],
  columns: [`${two}&form=bars`, '.chart-column'],
  points: [`${two}&form=points`, '.chart-dot'],
  'years chosen, on a log axis': [`${two}&time=2015..2024&scale=log`, '.chart-line'],
  'changes below zero': [`${two}&units=pc1`, '.chart-zero'],
  'small multiples': [`${units}&form=multiples&time=2016..2024`, '.chart-line'],
};

/** Holds the numbers of charts back, so that the server's pictures stay, until it is called. */
async function heldBack(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\.chart-\d+\.json/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

for (const [form, [address, mark]] of Object.entries(forms))
  for (const width of [360, 768, 1440])
    test(`no pixel changes when charts go live: ${form}, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const release = await heldBack(page);
      await page.goto(address);
      await hydrated(page);
      await fontsLoaded(page);
      const all = await figures(page).all();
      expect(await page.locator(`svg.chart-svg :is(${mark})`).count()).toBeGreaterThan(0);
      const before = [];
      for (const figure of all) before.push(await pixelsOf(figure));
      release();
      const shares = [];
      for (const [index, was] of before.entries()) {
        const figure = figures(page).nth(index);
        await comeTo(figure);
        shares.push(differing(was, await pixelsOf(figure)));
      }
      const most = Math.max(...shares);
      console.log(`${form}, ${width} px: ${(most * 100).toFixed(4)}% of pixels differ`);
      expect(most).toBeLessThanOrEqual(MOST_DIFFERING);
    });
