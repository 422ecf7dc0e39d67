import { expect, type Page, test } from '@playwright/test';
import { axe } from './axe';
import { faultsOf, hydrated } from './visit';

/** `/chart` with script: views change in place, figures come once, as the public CSV. */

const CHINA = 'trade-by-partner:China:exports:customs:value_cad_millions';
const JAPAN = 'trade-by-partner:Japan:exports:customs:value_cad_millions';
const start = `/chart?series=${CHINA}&time=2015..2024&q=exports+customs+trade`;

/** The CSV files that a page asks for, what it asks of Next's router, and whether it was ever loaded anew. */
function watched(page: Page) {
  const csv: string[] = [];
  const routed: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.endsWith('.csv')) csv.push(pathname);
    if (searchParams.has('_rsc')) routed.push(request.url());
  });
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  return { csv, routed, loads };
}

const shown = (page: Page) => page.locator('.shown-series li > a:first-child');
const lines = (page: Page) => page.locator('svg.chart-wide path.chart-line');
const adds = (page: Page) =>
  page.locator('.found-series a', { hasText: 'Japan · exports' }).first();

// Charts stay as they are drawn: how they come alive is tested elsewhere (chart-live.spec.ts).
test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    window.IntersectionObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    } as unknown as typeof IntersectionObserver;
  }),
);

async function open(page: Page) {
  await page.goto(start);
  await hydrated(page);
}

test('adding a series changes the view in place, by the public CSV, asked for once', async ({
  page,
}) => {
  const faults = faultsOf(page);
  const { csv, routed, loads } = watched(page);
  await open(page);
  expect(csv).toEqual([]);
  await adds(page).hover();
  await adds(page).click();
  await expect(shown(page)).toHaveCount(2);
  await expect.poll(() => decodeURIComponent(page.url())).toContain(`series=${CHINA}~${JAPAN}`);
  await expect(lines(page)).toHaveCount(2);
  // The rest of the page follows: its files are of the new view.
  await expect(page.locator('.downloads a').first()).toHaveAttribute('href', /Japan/);
  expect(csv.filter((path) => path === '/tables/trade-by-partner.csv')).toHaveLength(1);
  // A second series of the same table: nothing is asked for again.
  await page.locator('.found-series a', { hasText: 'exports' }).first().click();
  await expect(shown(page)).toHaveCount(3);
  await page.goBack();
  await expect(shown(page)).toHaveCount(2);
  await page.goBack();
  await expect(shown(page)).toHaveCount(1);
  await page.goForward();
  await expect(shown(page)).toHaveCount(2);
  expect(csv.filter((path) => path === '/tables/trade-by-partner.csv')).toHaveLength(1);
  expect(loads).toHaveLength(1);
  expect(routed).toEqual([]);
  expect(faults).toEqual([]);
});

test('taking a series away, and the last one, works in place too', async ({ page }) => {
  const { loads } = watched(page);
  await open(page);
  await page.locator('.shown-series .remove').click();
  await expect(page).toHaveURL(/[?&]series=(&|$)/);
  await expect(page.getByText('No series is shown')).toBeVisible();
  await page.goBack();
  await expect(shown(page)).toHaveCount(1);
  expect(loads).toHaveLength(1);
});

test('figures that do not come are told, and asked for again on demand', async ({ page }) => {
  let broken = true;
  await page.route('**/tables/trade-by-partner.csv', (route) =>
    broken ? route.fulfill({ status: 503, body: 'no' }) : route.continue(),
  );
  await open(page);
  await adds(page).click();
  const alert = page.locator('.desk-says [role=alert]');
  await expect(alert).toContainText('did not come');
  await expect.poll(() => decodeURIComponent(page.url())).toContain(JAPAN);
  broken = false;
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toHaveCount(0);
  await expect(lines(page)).toHaveCount(2);
});

test('while figures are on their way the page says so, and asks once', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/tables/trade-by-partner.csv', async (route) => {
    await held;
    await route.continue();
  });
  const { csv } = watched(page);
  await open(page);
  await adds(page).click();
  await expect(page.locator('.desk-says [role=status]')).toContainText('Loading');
  await expect(shown(page)).toHaveCount(1);
  // A second reader of the same figures, while they are on their way: both series come, by one request.
  await page.locator('.found-series a', { hasText: 'exports' }).first().click();
  release();
  await expect(lines(page)).toHaveCount(3);
  expect(csv.filter((path) => path === '/tables/trade-by-partner.csv')).toHaveLength(1);
  await page.goBack();
  await expect(shown(page)).toHaveCount(2);
});

test('the form changes the view without a reload, back and forward', async ({ page }) => {
  const { loads } = watched(page);
  await open(page);
  await page.getByLabel('Drawn as').selectOption('bars');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/form=bars/);
  await expect(page.locator('svg.chart-wide rect.chart-column').first()).toBeAttached();
  expect(new URL(page.url()).search).not.toContain('units=');
  await page.goBack();
  await expect(page).not.toHaveURL(/form=bars/);
  await expect(lines(page)).toHaveCount(1);
  await expect(page.getByLabel('Drawn as')).toHaveValue('line');
  expect(loads).toHaveLength(1);
});

test('an entry of this page that was loaded anew leads back to the others', async ({ page }) => {
  await open(page);
  await adds(page).click();
  await expect(shown(page)).toHaveCount(2);
  await page.reload();
  await hydrated(page);
  await expect(shown(page)).toHaveCount(2);
  await page.goBack();
  await expect(shown(page)).toHaveCount(1);
  await page.goForward();
  await expect(shown(page)).toHaveCount(2);
});

test('the router leads to a page, in place to a view, and back over both', async ({ page }) => {
  await page.goto('/method');
  await hydrated(page);
  const menu = page.getByRole('banner');
  await menu.getByRole('link', { name: 'Chart' }).click();
  await page.locator('.found-series a').first().click();
  await expect(shown(page)).toHaveCount(1);
  await page.goBack();
  await expect(shown(page)).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(/method$/);
  await expect(page.locator('h1')).not.toHaveText('Any series together');
  await page.goForward();
  await expect(page.locator('h1')).toHaveText('Any series together');
  await page.goForward();
  await expect(shown(page)).toHaveCount(1);
  await menu.getByRole('link', { name: 'Chart' }).click();
  await expect(page).toHaveURL(/chart$/);
  await expect(shown(page)).toHaveCount(0);
});

test('back from another page, the view is there', async ({ page }) => {
  await open(page);
  await adds(page).click();
  await expect(shown(page)).toHaveCount(2);
  await page.getByRole('banner').getByRole('link', { name: 'Data' }).click();
  await expect(page).toHaveURL(/\/tables$/);
  await page.goBack();
  await expect(shown(page)).toHaveCount(2);
  await page.goBack();
  await expect(shown(page)).toHaveCount(1);
  await page.goForward();
  await expect(shown(page)).toHaveCount(2);
});

test('the keyboard keeps its place, and a changed page is accessible', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page);
  await adds(page).focus();
  await page.keyboard.press('Enter');
  await expect(shown(page)).toHaveCount(2);
  await expect(page.locator('.found-series a:focus')).toHaveCount(1);
  await page.getByLabel('Drawn as').selectOption('bars');
  await page.getByRole('button', { name: 'Show' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/form=bars/);
  await expect(page.getByRole('button', { name: 'Show' })).toBeFocused();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
  expect(await axe(page)).toEqual([]);
});

test('nothing of it is loaded before the reader reaches for a control', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await open(page);
  const before = scripts.length;
  await page.mouse.move(1, 1);
  await page.waitForTimeout(300);
  expect(scripts).toHaveLength(before);
  await adds(page).hover();
  await expect.poll(() => scripts.length).toBeGreaterThan(before);
});

test('after a state that is unknown the next view is the server’s, and names it no more', async ({
  page,
}) => {
  const { loads } = watched(page);
  await page.goto(`${start}&v=0123456789`);
  await expect(page.locator('.revision-note')).toContainText('unknown here');
  await hydrated(page);
  await adds(page).click();
  await expect(shown(page)).toHaveCount(2);
  await expect(page).not.toHaveURL(/v=/);
  expect(loads).toHaveLength(2);
});
