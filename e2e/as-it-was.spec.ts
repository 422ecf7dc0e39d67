import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { test } from './changed-data';
import { SERIES } from './kinds';
import { overflow } from './layout';
import { comeTo, figures, moved, placesOf } from './live-charts';
import { faultsOf, openAll } from './visit';

/** A page at a revision, on a server that has the data after it: it shows the data of then, and says what has changed. */

const claim = '/claims/share-stolen';
const table = '/tables/china-rapeseed-imports';

test.use({ viewport: { width: 1440, height: 900 } });

test('a live chart draws the data of then, and its controls keep the revision', async ({
  page,
  changed: { site, asked },
}) => {
  const faults = faultsOf(page);
  for (const path of [table, claim]) {
    await page.goto(`${site.base}${path}?v=${asked}`);
    const figure = figures(page).first();
    const drawn = await placesOf(figure);
    await comeTo(figure);
    expect(moved(drawn, await placesOf(figure), 0.5), path).toEqual([]);
  }
  await figures(page).first().getByRole('button').first().click();
  await expect(page).toHaveURL(new RegExp(`v=${asked}`));
  expect(faults).toEqual([]);
});

test('links of the series picker keep the revision', async ({ page, changed: { site, asked } }) => {
  await page.goto(`${site.base}/chart?q=china+rapeseed+imports+canada&v=${asked}`);
  const adds = page.locator('.found-series a').first();
  await expect(adds).toHaveAttribute('href', new RegExp(`v=${asked}`));
});

/** What a claim page says: its verdict, its readings' results, its answer and the rows of its charts. */
async function saidBy(page: Page, address: string) {
  await page.goto(address);
  return {
    words: await page.locator('h1').textContent(),
    verdict: await page.locator('.claim-head .verdict').textContent(),
    answer: await page.locator('.claim-head .answer').textContent(),
    readings: await page.locator('nav.rail li').allInnerTexts(),
    rows: await page.locator('section[aria-labelledby=data] tr').allInnerTexts(),
  };
}

/** The lines or rows that only the second has. */
const added = (before: string[], after: string[]) => after.filter((one) => !before.includes(one));

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a claim has verdict, rows and CSV of then, which are those of a site with the data of then', async ({
    page,
    request,
    changed: { site, asked, now, figures },
  }) => {
    const csv = async (address: string) => (await (await request.get(address)).text()).split('\n');
    // This site has the data of then as its own.
    const was = await saidBy(page, claim);
    expect(was.rows.length).toBeGreaterThan(5);
    const then = await saidBy(page, `${site.base}${claim}?v=${asked}`);
    const today = await saidBy(page, `${site.base}${claim}?v=${now}`);
    expect(then).toEqual(was);
    expect(today.words).toBe('Edited by hand.');
    expect(today.verdict).not.toBe(then.verdict);
    expect(today.answer).not.toBe(then.answer);
    expect(added(then.readings, today.readings)).not.toEqual([]);
    expect(added(then.rows, today.rows)).toHaveLength(1);
    const csvThen = await csv(`${site.base}${claim}.csv?v=${asked}`);
    expect(csvThen).toEqual(await csv(`${claim}.csv`));
    const revised = added(csvThen, await csv(`${site.base}${claim}.csv?v=${now}`));
    expect(revised).toEqual([expect.stringContaining(`,${figures[1]},`)]);
  });

  test('a link to an earlier state says what changed, whether the verdict moved, and offers both', async ({
    page,
    request,
    changed: { site, asked, now, before, figures },
  }) => {
    const faults = faultsOf(page);
    const verdictOf = async (state: string) => {
      await page.goto(`${site.base}${claim}?time=2018..latest&v=${state}`);
      return ((await page.locator('.claim-head .verdict strong').textContent()) ?? '').trim();
    };
    const verdictNow = await verdictOf(now);
    const verdictThen = await verdictOf(asked);
    const note = page.getByRole('region', { name: 'What has changed' });
    await expect(note.getByRole('status')).toContainText(
      `You see this page as it was: data revision ${asked}`,
    );
    for (const said of [verdictNow, verdictThen])
      await expect(note.locator('.revision-verdict')).toContainText(said);
    const [was, is] = figures.map((figure) => `${figure.toLocaleString('en-CA')} tonnes`);
    const figure = note.getByRole('link', { name: `${was} → ${is}` });
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
      await expect(note.locator(`a[href="${claim}"]`)).toContainText(`then “${verdictThen}”`);
    }
    const unknown = await request.get(`${site.base}/tables/ev-share.csv?v=0123456789`);
    expect(unknown.status()).toBe(404);
    expect(faults).toEqual([]);
  });
});

test('a claim that was added is there in the states that have it, files and pictures too', async ({
  request,
  changed: { site, asked, edited },
}) => {
  const get = (address: string) => request.get(`${site.base}${address}`);
  for (const ending of ['', '.csv', '.json', '.svg'])
    expect((await get(`/claims/added${ending}?v=${edited}`)).status(), ending).toBe(200);
  expect((await get(`/claims/added.csv?v=${asked}`)).status()).toBe(404);
  const page = await get(`/claims/added?v=${asked}`);
  expect(await page.text()).toContain('there was no such page yet');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 } });

  test('what has changed is accessible and fits', async ({ page, changed: { site, asked } }) => {
    await page.goto(`${site.base}${claim}?v=${asked}`);
    await openAll(page);
    await expect(page.locator('.revision-note pre')).toBeVisible();
    await expectAccessible(page, '.revision-note');
    expect(await overflow(page)).toEqual([]);
  });

  test('a reader goes from today’s page to that of then, and back', async ({
    page,
    changed: { site, edited: asked },
  }) => {
    for (const path of [claim, table, '/chart']) {
      const series = path === '/chart' ? `&series=${SERIES}` : '';
      await page.goto(`${site.base}${path}?time=2018..latest${series}`);
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
  });
});
