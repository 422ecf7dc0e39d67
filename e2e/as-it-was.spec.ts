import { expect, test } from '@playwright/test';
import { withChangedData } from './changed-data';
import { comeTo, figures, moved, placesOf } from './live-charts';
import { faultsOf } from './visit';

/** A page at a revision shows the data of then, its live charts too, and its links keep the revision. */

test.describe.configure({ timeout: 180_000 });

test('a live chart draws the data of then, and its controls keep the revision', async ({
  browser,
}) => {
  await withChangedData(async ({ site: { base }, asked }) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const faults = faultsOf(page);
    for (const path of ['/tables/china-rapeseed-imports', '/claims/share-stolen']) {
      await page.goto(`${base}${path}?v=${asked}`);
      const figure = figures(page).first();
      const drawn = await placesOf(figure);
      await comeTo(figure);
      expect(moved(drawn, await placesOf(figure), 0.5), path).toEqual([]);
    }
    const figure = figures(page).first();
    await figure.getByRole('button').first().click();
    await expect(page).toHaveURL(new RegExp(`v=${asked}`));
    expect(faults).toEqual([]);
    await page.close();
  });
});

test('links of the series picker keep the revision', async ({ browser }) => {
  await withChangedData(async ({ site: { base }, asked }) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${base}/chart?q=china+rapeseed+imports+canada&v=${asked}`);
    const adds = page.locator('.found-series a').first();
    await expect(adds).toHaveAttribute('href', new RegExp(`v=${asked}`));
    await page.close();
  });
});
