import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { SERIES } from './kinds';
import { shownText } from './visit';

/** Scripts that do not come, come late, or a network that goes: the server's page stands. */

const ADDRESSES = [
  '/',
  '/claims/share-stolen',
  '/claims/share-stolen?time=2018..latest',
  '/tables/ev-prices',
  `/chart?series=${SERIES}`,
];

for (const address of ADDRESSES)
  test(`${address} reads and downloads without any of its scripts`, async ({
    page,
    browser,
    request,
  }) => {
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(address);
    const text = await shownText(plain.locator('main'));
    await plain.close();

    await page.route(/\/_next\/static\/.*\.js/, (route) => route.abort());
    await page.goto(address);
    expect(await shownText(page.locator('main'))).toBe(text);
    expect(text.length).toBeGreaterThan(300);
    const csv = page.locator('a[href*=".csv"]').first();
    const download = page.waitForEvent('download');
    await csv.evaluate((link: HTMLAnchorElement) => link.click());
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    const there = await request.get((await csv.getAttribute('href')) ?? '');
    expect(there.headers()['content-type']).toContain('text/csv');
    expect(await readFile(await file.path())).toEqual(await there.body());
    await page.locator('.site-header').getByRole('link', { name: 'Method' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Method' })).toBeVisible();
  });

test('scripts that never come hold back no word and no picture', async ({ page }) => {
  // Neither answered nor refused: a network at its slowest.
  await page.route(/\/_next\/static\/.*\.js/, () => {});
  await page.goto('/claims/share-stolen', { waitUntil: 'commit' });
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('svg.chart-wide [data-mark]').first()).toBeVisible();
});

test('a page that was open stays when the network goes', async ({ page, context }) => {
  await page.goto('/claims/share-stolen', { waitUntil: 'networkidle' });
  await context.setOffline(true);
  for (const details of await page.locator('main details').all())
    await details.evaluate((one: HTMLDetailsElement) => {
      one.open = true;
    });
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.chart-title').first()).toBeVisible();
  await expect(page.locator('main table').first()).toBeAttached();
});
