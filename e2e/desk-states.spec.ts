import { expect, type Page, test } from '@playwright/test';
import { axe } from './axe';
import { rotated } from './matrix';
import { hydrated } from './visit';

/** What `/chart` says between two views, on a phone: to everybody. */

const CHINA = 'trade-by-partner:China:exports:customs:value_cad_millions';
const JAPAN = 'trade-by-partner:Japan:exports:customs:value_cad_millions';
const SEED = 'canola-seed-exports-monthly:China:terminal:thousand_tonnes';
/** Finds more than a screen holds: what is said must be seen from any of them. */
const start = `/chart?series=${CHINA}&q=trade`;
const table = '**/tables/trade-by-partner.csv';

async function open(page: Page, address: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(address);
  await hydrated(page);
}

async function expectFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await axe(page)).toEqual([]);
}

const add = (page: Page) => page.locator('.found-series a', { hasText: 'Japan' }).first().click();

test('figures on their way', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(table, async (route) => {
    await held;
    await route.continue();
  });
  await open(page, start);
  await add(page);
  const status = page.locator('.desk-says [role=status]');
  await expect(status).toContainText('Loading the figures');
  await expect(status).toBeInViewport();
  await expectFit(page);
  release();
  await expect(status).toHaveText('');
});

test('figures that did not come', async ({ page }) => {
  await page.route(table, (route) => route.abort());
  await open(page, start);
  await add(page);
  const alert = page.locator('.desk-says [role=alert]');
  await expect(alert).toContainText('goods trade by partner');
  await expect(alert).toBeInViewport();
  await expectFit(page);
});

test('no series at all, served and in place', async ({ page }) => {
  await open(page, start);
  await page.locator('.shown-series .remove').click();
  await expect(page.getByText('No series is shown')).toBeVisible();
  await expectFit(page);
  await page.reload();
  await expect(page.getByText('No series is shown')).toBeVisible();
  await expect(page.locator('figure.chart')).toHaveCount(0);
  await expectFit(page);
});

test('series that may not share an axis, with what would work', async ({ page }) => {
  await open(page, `/chart?series=${CHINA}~${SEED}`);
  const refused = page.locator('main a[href*="units=index"]').first();
  await expect(refused).toBeVisible();
  await expectFit(page);
  await refused.click();
  await expect(page.locator('figure.chart')).toHaveCount(1);
  await expectFit(page);
});

const NONE = 'no-such-series';
for (const path of ['/claims/share-stolen', '/tables/ev-share', '/chart'])
  test(`a series that ${path} does not have is named`, async ({ page }) => {
    await open(page, `${path}?series=${NONE}`);
    await expect(page.getByText(`No such series here: ${NONE}.`)).toBeVisible();
    await expectFit(page);
  });

const NONE_SHOWN = ['/claims/largest-canola-buyer', '/tables/trade-by-partner', '/chart'];

for (const [turn, path] of NONE_SHOWN.entries())
  for (const query of rotated(['series=', 'units=index&series='], turn))
    test(`${path}?${query} shows none, and says so`, async ({ page }) => {
      await open(page, `${path}?${query}`);
      await expect(page.getByText('No series is shown')).toBeVisible();
      await expect(page.locator('figure.chart path.chart-line')).toHaveCount(0);
      await expectFit(page);
    });

test('a series of the page that the view names is not called unknown', async ({ page }) => {
  await page.goto(`/chart?series=${CHINA}~${JAPAN}`);
  await expect(page.locator('.shown-series li')).toHaveCount(2);
  await expect(page.getByText('No such series')).toHaveCount(0);
});
