import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { withChangedData } from './changed-data';
import { faultsOf, openAll } from './visit';

/** A link made before an import, opened on a server that has the data after it. */

test('a link to an earlier state says what changed, whether the verdict moved, and offers both', async ({
  browser,
  request,
}) => {
  test.setTimeout(120_000);
  await withChangedData(async ({ site, asked, before }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    const faults = faultsOf(page);
    await page.goto(`${site.base}/claims/share-stolen?time=2018..latest&v=${asked}`);
    const note = page.getByRole('region', { name: 'What has changed' });
    await expect(note.getByRole('status')).toContainText(
      `You see this page as it was: data revision ${asked}`,
    );
    await expect(note.locator('.revision-verdict')).toContainText('1 of 3 ways to measure it');
    await expect(note.locator('.revision-verdict')).toContainText('3 of 3 ways to measure it');
    const figure = note.getByRole('link', { name: '6,130,000 tonnes → 5,000,000 tonnes' });
    await expect(figure).toHaveAttribute('href', /^\/tables\/china-rapeseed-imports#2024~/);
    await note.getByText('All that has changed').click();
    await expect(note).toContainText('0 rows added, 1 revised, 0 gone');
    const link = note.getByRole('link', { name: 'CSV as it was then' });
    const earlier = await request.get(site.base + (await link.getAttribute('href')));
    expect(await earlier.text()).toBe(before);
    expect(earlier.headers()['content-disposition']).toContain(
      `china-rapeseed-imports-${asked}.csv`,
    );
    await note.getByText('How to get the data').click();
    await expect(note.locator('pre')).toHaveText(
      `npm run import -- --as-of ${asked} --out data-${asked}`,
    );
    for (const path of ['/tables/exchange-rates', '/chart']) {
      await page.goto(`${site.base}${path}?v=${asked}`);
      await expect(note).toContainText('No figure behind this page was revised');
      await expect(note.locator('a[href="/claims/share-stolen"]')).toContainText(
        'then “Does not hold as worded” (1 of 3 ways to measure it), now',
      );
    }
    const phone = await browser.newContext({ viewport: { width: 360, height: 800 } });
    const seen = await phone.newPage();
    await seen.goto(`${site.base}/claims/share-stolen?v=${asked}`);
    await openAll(seen);
    await expect(seen.locator('.revision-note pre')).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await seen.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page: seen })
        .include('.revision-note')
        .analyze();
      expect(violations, colorScheme).toEqual([]);
    }
    expect(await seen.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await phone.close();
    const unknown = await request.get(`${site.base}/tables/ev-share.csv?v=0123456789`);
    expect(unknown.status()).toBe(404);
    expect(faults).toEqual([]);
    await page.close();
  });
});
