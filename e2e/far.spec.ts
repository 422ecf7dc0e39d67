import { expect, type Page, test } from '@playwright/test';

/** Boxes whose content nobody laid out yet: a picture of the whole page would have them empty. */
const putOff = (page: Page): Promise<string[]> =>
  page
    .locator('main *')
    .evaluateAll((all) =>
      all
        .filter(
          (box) =>
            box.checkVisibility({ contentVisibilityAuto: true }) &&
            getComputedStyle(box).contentVisibility === 'auto',
        )
        .map((box) => box.className || box.id || box.localName),
    );

const ADDRESSES = ['/', '/claims/share-stolen', '/tables/events'];

for (const script of ['with', 'without'])
  test.describe(`${script} script`, () => {
    test.use({ javaScriptEnabled: script === 'with', viewport: { width: 360, height: 740 } });

    for (const address of ADDRESSES)
      test(`${address} is laid out to its end though nobody scrolls`, async ({ page }) => {
        await page.goto(address);
        await expect.poll(() => putOff(page)).toEqual([]);
      });
  });
