import { expect, type Page, test } from '@playwright/test';
import { comeTo, figures, forms } from './live-charts';
import { differing, MOST_DIFFERING, pixelsOf } from './pixels';
import { fontsLoaded, hydrated } from './visit';

/** To the eye nothing changes when a chart goes live: its pixels stay, and those of all words about it. */

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
