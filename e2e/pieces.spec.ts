import { expect, test } from '@playwright/test';
import { pagesInTurn } from './addresses';

/** A page is laid out piece by piece as it is read: never two drawings in one piece, which a slow phone would feel. */

const hasDrawings = /^\/($|claims|tables)[^?]*$/;

for (const { address } of pagesInTurn.filter((page) => hasDrawings.test(page.address)))
  test(`${address} is laid out a drawing at a time`, async ({ page }) => {
    await page.addInitScript(() => {
      const drawings: number[] = [];
      Object.assign(window, { drawings });
      const place = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'offsetTop');
      Object.defineProperty(HTMLElement.prototype, 'offsetTop', {
        get() {
          if (this === document.body && document.readyState === 'loading')
            drawings.push(document.querySelectorAll('main .chart, main .card').length);
          return place?.get?.call(this);
        },
      });
    });
    await page.goto(address);
    const asked = await page.evaluate(() => (window as unknown as { drawings: number[] }).drawings);
    const all = await page.locator('main .chart, main .card').count();
    expect(asked[0]).toBe(0);
    const steps = [...asked, all].map((count, index) => count - (asked[index - 1] ?? 0));
    expect(Math.max(...steps)).toBeLessThanOrEqual(1);
  });
