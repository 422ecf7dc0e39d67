import { expect, type Page, test } from '@playwright/test';
import { tell } from '../scripts/record';
import { claimPages, KINDS, tablePages } from './addresses';
import { axe } from './axe';
import {
  askedBy,
  comeTo,
  figures,
  forms,
  moved,
  openWhole,
  type Place,
  placesOf,
} from './live-charts';
import { isWhole, pageCases, rotated } from './matrix';
import { faultsOf, fontsLoaded } from './visit';

/** Charts that a reader can point at take the place of the server's pictures, and nothing moves. */

async function serverPlaces(page: Page): Promise<{ places: Place[][]; heights: number[] }> {
  const all = await figures(page).all();
  const places = await Promise.all(all.map(placesOf));
  const heights = await Promise.all(all.map((one) => one.evaluate((root) => root.clientHeight)));
  return { places, heights };
}

/** Of the others the very pixels are compared, in each form of a chart. */
const notInForms = claimPages
  .map(({ address }) => address)
  .filter((address) => Object.values(forms).every(([form]) => form !== address));

const visits = [
  ...pageCases(claimPages, notInForms).flatMap(({ address }, turn) =>
    rotated([360, 768, 1440], turn, isWhole(address)).map((width) => ({ address, width })),
  ),
  ...pageCases(tablePages, KINDS).map(({ address }) => ({ address, width: 1440 })),
  { address: '/claims/share-stolen?time=2018..latest&units=index', width: 1440 },
  { address: '/claims/largest-canola-buyer?form=bars', width: 1440 },
];

for (const { address, width } of visits)
  test(`nothing moves when the charts of ${address} go live, ${width} px wide`, async ({
    browser,
  }) => {
    const size = { viewport: { width, height: 900 } };
    const still = await browser.newPage({ ...size, javaScriptEnabled: false });
    await still.goto(address);
    await fontsLoaded(still);
    const before = await serverPlaces(still);
    await still.close();
    const page = await browser.newPage(size);
    const faults = faultsOf(page);
    await openWhole(page, address);
    const all = await figures(page).all();
    expect(all).toHaveLength(before.places.length);
    for (const [index, figure] of all.entries()) {
      await comeTo(figure);
      const was = before.places[index] ?? [];
      expect(was.length).toBeGreaterThan(3);
      expect(moved(was, await placesOf(figure), 0.5)).toEqual([]);
    }
    expect(faults).toEqual([]);
    await page.close();
  });

const claim = '/claims/share-stolen';

/** As the server sends them, compressed. */
const scriptBytes = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );

test('a page asks for no Recharts and no numbers of charts before its reader comes near', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 200 });
  const { paths, hasRecharts } = askedBy(page);
  await openWhole(page, claim);
  await page.waitForLoadState('networkidle');
  expect(await hasRecharts()).toBe(false);
  expect(paths.filter((path) => path.includes('.chart'))).toEqual([]);
  const before = await scriptBytes(page);
  await comeTo(figures(page).first());
  expect(await hasRecharts()).toBe(true);
  const bytes = (await scriptBytes(page)) - before;
  console.log(`live chart: ${(bytes / 1000).toFixed(1)} kB of script, at most 112 kB`);
  tell('live-script', { figures: [{ measure: 'live-script', value: bytes, held: true }] });
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(112_000);
  expect(paths.filter((path) => path.includes('.chart'))).toEqual([
    '/claims/share-stolen.chart-1.json',
  ]);
});

test('a pointer is told every figure of its period, with unit, status and source', async ({
  page,
}) => {
  await openWhole(page, claim);
  const figure = figures(page).first();
  await comeTo(figure);
  const picture = figure.locator('.live-picture');
  await picture.locator('[data-mark]').last().hover();
  const tooltip = figure.locator('.live-tooltip');
  await expect(tooltip).toContainText(/\d%/);
  await expect(tooltip.locator('a').first()).toHaveAttribute('href', /^\/tables\/.+#/);
  await page.mouse.move(1, 1);
  await expect(tooltip).toHaveCount(0);
  await picture.locator('[data-mark]').last().hover();
  // It can be gone over to, and does not hide what it tells of.
  const href = await tooltip.locator('a').first().getAttribute('href');
  await tooltip.hover();
  await expect(tooltip.locator('a').first()).toHaveAttribute('href', href ?? '');
  await page.keyboard.press('Escape');
  expect(await axe(page, { within: 'figure.chart' })).toEqual([]);
});

test('keys walk a chart and are answered in words', async ({ page }) => {
  await openWhole(page, claim);
  const figure = figures(page).first();
  await comeTo(figure);
  await figure.locator('.live-keys').focus();
  const spoken = figure.locator('[aria-live=polite]');
  const tooltip = figure.locator('.live-tooltip .live-when');
  await page.keyboard.press('Home');
  const first = await tooltip.textContent();
  await expect(spoken).toContainText(first ?? '-');
  await page.keyboard.press('ArrowRight');
  await expect(tooltip).not.toHaveText(first ?? '');
  await page.keyboard.press('ArrowLeft');
  await expect(tooltip).toHaveText(first ?? '');
  await page.keyboard.press('End');
  const last = await tooltip.textContent();
  await page.keyboard.press('PageUp');
  await expect(tooltip).not.toHaveText(last ?? '');
  await page.keyboard.press('PageDown');
  await expect(tooltip).toHaveText(last ?? '');
  expect(await axe(page, { within: 'figure.chart' })).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(tooltip).toHaveCount(0);
  await expect(spoken).toHaveText('');
});

const lines = '/claims/largest-canola-buyer';

test('a brush narrows the years, and all years come back', async ({ page }) => {
  await openWhole(page, lines);
  const figure = figures(page).first();
  await comeTo(figure);
  const before = await placesOf(figure);
  const handle = figure.locator('.recharts-brush-traveller').first();
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  const track = await figure.locator('.recharts-brush > rect').first().boundingBox();
  if (!box || !track) throw new Error('no brush');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width / 2, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  const away = figure.getByRole('button', { name: 'All years' });
  await expect(away).toBeVisible();
  await expect(page).toHaveURL(/\?time=20\d\d/);
  const ticks = (await placesOf(figure)).filter(({ what }) => what.startsWith('chart-tick'));
  expect(ticks).not.toEqual(before.filter(({ what }) => what.startsWith('chart-tick')));
  await away.click();
  await expect.poll(async () => moved(before, await placesOf(figure), 0.5)).toEqual([]);
  // By keys too.
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await expect(away).toBeVisible();
});

test('after a tap on a point, a tap beside all points tells of another moment', async ({
  browser,
}) => {
  const page = await browser.newPage({ hasTouch: true, viewport: { width: 360, height: 800 } });
  await openWhole(page, lines);
  const figure = figures(page).first();
  await comeTo(figure);
  const when = figure.locator('.live-when');
  await figure.locator('.live-picture a').first().tap();
  await expect(when).toBeVisible();
  const first = await when.textContent();
  await figure.locator('.live-picture').tap({ position: { x: 200, y: 60 } });
  await expect(when).not.toHaveText(first ?? '');
  await page.close();
});

test('a tap tells, a second tap closes', async ({ browser }) => {
  const page = await browser.newPage({ hasTouch: true, viewport: { width: 360, height: 800 } });
  await openWhole(page, lines);
  const figure = figures(page).first();
  await comeTo(figure);
  const picture = figure.locator('.live-picture');
  await picture.tap({ position: { x: 150, y: 200 } });
  await expect(figure.locator('.live-tooltip')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await picture.tap({ position: { x: 150, y: 200 } });
  await expect(figure.locator('.live-tooltip')).toHaveCount(0);
  await page.close();
});

test('the server’s picture stays where the live one does not come, and it is tried again', async ({
  page,
}) => {
  let broken = true;
  await page.route('**/*.chart-*.json', (route) => (broken ? route.abort() : route.continue()));
  const failed = page.waitForEvent('requestfailed');
  await openWhole(page, claim);
  const figure = figures(page).first();
  await figure.scrollIntoViewIfNeeded();
  await failed;
  await expect(figure.locator('svg.chart-wide [data-mark]').first()).toBeVisible();
  await expect(figure.locator('svg.recharts-surface')).toHaveCount(0);
  broken = false;
  await figure.locator('svg.chart-wide').hover();
  await comeTo(figure);
});

test('a live chart that throws leaves the picture, and says so', async ({ page }) => {
  await page.route('**/*.chart-*.json', async (route) => {
    const file = await (await route.fetch()).json();
    file.input.series = null;
    await route.fulfill({ json: file });
  });
  await openWhole(page, claim);
  const figure = figures(page).first();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByText('could not be drawn')).toBeVisible();
  await expect(figure.locator('svg.chart-wide [data-mark]').first()).toBeVisible();
  await expect(page.locator('#readings')).toBeVisible();
});

test('the focus stays at its mark when the live chart comes', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.addInitScript(() => {
    // Never in sight: the chart comes by the focus alone.
    window.IntersectionObserver = class {
      observe() {}
      disconnect() {}
    } as unknown as typeof IntersectionObserver;
  });
  await openWhole(page, claim);
  const figure = figures(page).first();
  const link = figure.locator('svg.chart-wide a:has([data-mark])').nth(1);
  const mark = await link.locator('[data-mark]').getAttribute('data-mark');
  await link.focus();
  await comeTo(figure);
  const now = await page.evaluate(() =>
    document.activeElement?.querySelector('[data-mark]')?.getAttribute('data-mark'),
  );
  expect(now).toBe(mark);
});

test('a button bears the mark that stands before its series’ name in the chart', async ({
  page,
}) => {
  const kinds = new Set<string | null>();
  const ofAllShapes = ['/claims/cheapest-ev', '/claims/chinese-ev-price'];
  for (const { address } of pageCases(claimPages, ofAllShapes)) {
    await openWhole(page, address);
    for (const figure of await figures(page).all()) {
      const signs = (selector: string) =>
        figure
          .locator(selector)
          .evaluateAll((all) =>
            all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('class')),
          );
      const inKey = await signs(':is(.chart-dot, .chart-column):has(+ .chart-label-name)');
      const onButtons = await signs('.live-sign > :not(line)');
      if (onButtons.length > 0) expect(onButtons, address).toEqual(inKey);
      for (const one of onButtons) kinds.add(one);
    }
  }
  expect(kinds.size).toBe(5);
});
