import { type Browser, expect, type Page, test } from '@playwright/test';
import { pages, pagesInTurn } from './addresses';
import { tableRows } from './data';
import { allWords, read, words } from './html';
import { putOff } from './layout';
import { comeNearNothing, faultsOf, hydrated, shownText } from './visit';

test.describe.configure({ mode: 'parallel', timeout: 90_000 });

/** What a reader of the page has to read, and the faults that come up. */
async function readIn(browser: Browser, address: string, javaScriptEnabled: boolean) {
  const page = await browser.newPage({ javaScriptEnabled });
  // What charts add when they are come near has tests of its own.
  await comeNearNothing(page);
  const faults = faultsOf(page);
  await page.goto(address);
  if (javaScriptEnabled) await hydrated(page);
  await expect.poll(() => putOff(page), 'not laid out though nobody scrolls').toEqual([]);
  await page.evaluate(() => {
    for (const tools of document.querySelectorAll('.live-tools')) tools.remove();
  });
  const read = { title: await page.title(), text: await shownText(page.locator('body')) };
  await page.close();
  expect(faults).toEqual([]);
  return read;
}

for (const { address } of pagesInTurn)
  test(`${address} is whole with script and without`, async ({ browser }) => {
    const without = await readIn(browser, address, false);
    expect(without.text).toMatch(/Data revision [0-9a-f]{10}/);
    expect(await readIn(browser, address, true)).toEqual(without);
  });

test('every page has its status, language, title, one heading and one main part', async ({
  request,
}) => {
  const titles = new Map<string, string>();
  for (const { address, status, title } of pages) {
    const page = await read(request, address, status);
    expect(page.querySelector('html')?.getAttribute('lang'), address).toBe('en');
    expect(page.querySelectorAll('h1').length, address).toBe(1);
    expect(page.querySelectorAll('main').length, address).toBe(1);
    const told = words(page, 'head > title');
    expect(told.slice(0, title.length), address).toBe(title);
    expect(told, address).toContain('Claimline');
    if (status !== 200 || address.includes('?')) continue;
    expect(titles.get(told), `${address} and another page: ${told}`).toBeUndefined();
    titles.set(told, address);
  }
});

test('a source says how many rows name it, as all numbers are written', async ({ request }) => {
  const [first, ...rest] = tableRows('trade-by-partner');
  const count = 1 + rest.filter(({ source_id }) => source_id === first?.source_id).length;
  expect(count).toBeGreaterThan(999);
  const page = await read(request, '/tables/trade-by-partner');
  expect(allWords(page, '.sources .row-count')[0]).toBe(`${count.toLocaleString('en-CA')} rows`);
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
  await page.locator('.card h2 a').first().click();
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
