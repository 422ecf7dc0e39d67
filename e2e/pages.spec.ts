import { expect, type Page, test } from '@playwright/test';
import { pages } from './addresses';
import { tableRows } from './data';
import { comeNearNothing, faultsOf, hydrated, shownText } from './visit';

test.describe.configure({ mode: 'parallel', timeout: 90_000 });

for (const { address, status, title } of pages)
  test(`${address} is whole with script and without`, async ({ browser }) => {
    const texts: string[] = [];
    for (const javaScriptEnabled of [false, true]) {
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      // What charts add when they are come near has tests of its own.
      await comeNearNothing(page);
      const faults = faultsOf(page);
      const response = await page.goto(address);
      if (javaScriptEnabled) await hydrated(page);

      expect(response?.status()).toBe(status);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await expect(page.locator('h1')).toHaveCount(1);
      await expect(page.locator('main')).toHaveCount(1);
      const shown = await page.title();
      expect(shown.slice(0, title.length)).toBe(title);
      expect(shown).toContain('Claimline');
      expect(faults).toEqual([]);
      await page.evaluate(() => {
        for (const tools of document.querySelectorAll('.live-tools')) tools.remove();
      });
      texts.push(await shownText(page.locator('body')));
      await context.close();
    }
    const [without, withScript] = texts;
    expect(without).toMatch(/Data revision [0-9a-f]{10}/);
    expect(withScript).toBe(without);
  });

test('two pages never have one title', async ({ request }) => {
  const titles = new Map<string, string>();
  for (const { address, status } of pages) {
    if (status !== 200 || address.includes('?')) continue;
    const html = await (await request.get(address)).text();
    const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '';
    expect(titles.get(title), `${address} and another page: ${title}`).toBeUndefined();
    titles.set(title, address);
  }
});

test('a source says how many rows name it, as all numbers are written', async ({ page }) => {
  const [first, ...rest] = tableRows('trade-by-partner');
  const count = 1 + rest.filter(({ source_id }) => source_id === first?.source_id).length;
  expect(count).toBeGreaterThan(999);
  await page.goto('/tables/trade-by-partner');
  const told = page.locator('.sources .row-count').first();
  await expect(told).toHaveText(`${count.toLocaleString('en-CA')} rows`);
});

test('a page that is read asks for no other', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const address of ['/', '/claims/share-stolen', '/tables/events', '/chart', '/import']) {
    await page.goto(address, { waitUntil: 'networkidle' });
    await hydrated(page);
    await page.waitForLoadState('networkidle');
  }
  expect(asked.filter((url) => url.includes('_rsc='))).toEqual([]);
});

/**
 * As the button does, once this is answered: a driver's own step back can meet a page that is being swapped for a kept
 * one.
 */
const stepBack = (page: Page) =>
  page.evaluate(() => {
    setTimeout(() => history.back());
  });

test('a click leads from page to page without a fault', async ({ page }) => {
  const faults = faultsOf(page);
  await page.goto('/');
  await hydrated(page);
  await page.locator('.card h3 a').first().click();
  await expect(page.locator('.claim-head')).toBeVisible();
  await page.locator('.site-header').getByRole('link', { name: 'Data' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data' })).toBeVisible();
  await page.getByRole('link', { name: 'Sources', exact: true }).click();
  await page.getByRole('link', { name: 'trade', exact: true }).click();
  await expect(page.locator('tr#trade-worldjournal')).toBeAttached();
  await stepBack(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
  await expect(page.locator('tr#trade-worldjournal')).toHaveCount(0);
  await stepBack(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Data' })).toBeVisible();
  expect(faults).toEqual([]);
});
