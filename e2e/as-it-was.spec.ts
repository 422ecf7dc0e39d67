import { expect, type Page, test } from '@playwright/test';
import { withChangedData } from './changed-data';
import { comeTo, figures, moved, placesOf } from './live-charts';
import { faultsOf } from './visit';

/** A page at a revision shows the data of then, its live charts too, and its links keep the revision. */

const SERIES = 'trade-by-partner:China:exports:customs:value_cad_millions';

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

const claim = '/claims/share-stolen';

/** What a claim page says: its verdict, its readings' results, its answer and the rows of its charts. */
async function saidBy(page: Page, address: string) {
  await page.goto(address);
  return {
    verdict: await page.locator('.claim-head .verdict').textContent(),
    answer: await page.locator('.claim-head .answer').textContent(),
    readings: await page.locator('nav.rail li').allInnerTexts(),
    rows: await page.locator('section[aria-labelledby=data] tr').allInnerTexts(),
  };
}

test('a claim has verdict, rows and CSV of then, which are those of a site with the data of then', async ({
  browser,
  request,
}) => {
  await withChangedData(async ({ site: { base }, asked, now }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    const csv = async (address: string) => (await request.get(address)).text();
    // This site has the data of then as its own.
    const was = await saidBy(page, claim);
    expect(was.rows.length).toBeGreaterThan(5);
    const then = await saidBy(page, `${base}${claim}?v=${asked}`);
    const today = await saidBy(page, `${base}${claim}?v=${now}`);
    expect(then).toEqual(was);
    expect(today.verdict).not.toBe(then.verdict);
    expect(today.answer).not.toBe(then.answer);
    expect(today.readings.filter((text, index) => text !== then.readings[index])).toHaveLength(2);
    expect(today.rows.filter((text) => !then.rows.includes(text))).toHaveLength(1);
    const csvWas = await csv(`${claim}.csv`);
    const csvThen = await csv(`${base}${claim}.csv?v=${asked}`);
    const csvToday = await csv(`${base}${claim}.csv?v=${now}`);
    expect(csvThen).toBe(csvWas);
    const revised = csvToday.split('\n').filter((line) => !csvThen.includes(line));
    expect(revised).toEqual([expect.stringContaining(',5000000,')]);
    await page.close();
  });
});

test('a reader goes from today’s page to that of then, and back', async ({ browser }) => {
  await withChangedData(async ({ site: { base }, asked }) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    for (const path of [claim, '/tables/china-rapeseed-imports', '/chart']) {
      const series = path === '/chart' ? `&series=${SERIES}` : '';
      await page.goto(`${base}${path}?time=2018..latest${series}`);
      const today = page.url();
      await page.getByText('Share', { exact: true }).click();
      await page.getByRole('link', { name: /^This page before the data last changed/ }).click();
      const note = page.getByRole('region', { name: 'What has changed' });
      await expect(note.getByRole('status')).toContainText(`as it was: data revision ${asked}`);
      await expect(page).toHaveURL(new RegExp(`time=2018..latest&.*v=${asked}`));
      await expect(note.getByRole('link', { name: 'This page as it was' })).toHaveAttribute(
        'href',
        new RegExp(`v=${asked}`),
      );
      await note.getByRole('link', { name: 'This page with the newest data' }).click();
      await expect(note).toHaveCount(0);
      expect(decodeURIComponent(page.url())).toBe(decodeURIComponent(today));
      await page.goBack();
      await expect(note).toBeVisible();
    }
    await page.close();
  });
});
