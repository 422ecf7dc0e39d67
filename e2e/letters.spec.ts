import { type Browser, expect, type Page, test } from '@playwright/test';
import { STAND_INS } from '../scripts/fallback-faces';
import { pages } from './addresses';
import { pageCases } from './matrix';
import { fontsLoaded, hydrated } from './visit';

/** The letters of a first visit come after the words: what stood in for them was as wide, so that little moves. */

test.setTimeout(120_000);

/** Whether the machine has a font to stand in for each of ours. */
const standsIn = (page: Page): Promise<boolean> =>
  page.evaluate(async (families) => {
    const has = (names: string[]) =>
      new FontFace('any', names.map((name) => `local("${name}")`).join(', ')).load().then(
        () => true,
        () => false,
      );
    return (await Promise.all(families.map(has))).every(Boolean);
  }, familiesOf());

function familiesOf(): string[][] {
  const of = (family: string) => STAND_INS.filter((one) => one.family === family);
  return [...new Set(STAND_INS.map(({ family }) => family))].map((family) =>
    of(family).flatMap(({ regular }) => regular),
  );
}

/** A turn in which what was laid out is also drawn. */
const drawn = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );

type Watched = Window & { shift: number };

/** From here on: what the page moved before, it moved before its letters came. */
const watchShift = (page: Page) =>
  page.evaluate(() => {
    const watched = window as unknown as Watched;
    watched.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        watched.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift' });
  });

/** How far a page moves as its letters come, which here they do when all else stands. */
async function shiftOf(browser: Browser, width: number, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route('**/*.woff2', (route) => coming.then(() => route.continue()));
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await drawn(page);
  await watchShift(page);
  come();
  const loaded = await page.evaluate(async () =>
    [...(await document.fonts.ready)].flatMap(({ status, weight }) =>
      // Ours have every weight in one file.
      weight === '400 700' ? [status] : [],
    ),
  );
  expect(loaded, address).toEqual(['loaded', 'loaded']);
  await drawn(page);
  await drawn(page);
  const shift = await page.evaluate(() => (window as unknown as Watched).shift);
  await context.close();
  return shift;
}

const KINDS = ['/', '/method', '/tables', '/tables/events', '/claims/share-stolen'];

for (const width of [360, 1440])
  test(`at ${width} px pages hardly move as their letters come`, async ({ browser, page }) => {
    await page.goto('/method');
    test.skip(!(await standsIn(page)), 'no font of this machine stands in for ours');
    const shifts: number[] = [];
    for (const { address } of pageCases(pages, KINDS)) {
      const shift = await shiftOf(browser, width, address);
      console.log(`${width} ${address}: ${shift.toFixed(4)}`);
      shifts.push(shift);
    }
    // A line that ends within a pixel of the edge may break elsewhere, and all below it moves by a line.
    const mean = shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length;
    expect(mean).toBeLessThan(0.02);
  });

/** With 150 ms there and back: letters that were not kept would come late. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
};

for (const { address } of pageCases(pages, KINDS))
  test(`a second visit to ${address} finds its letters there: nothing moves`, async ({
    page,
    context,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(address);
    await fontsLoaded(page);
    const again = await context.newPage();
    const cdp = await context.newCDPSession(again);
    await cdp.send('Network.emulateNetworkConditions', LINE);
    await again.setViewportSize({ width: 360, height: 740 });
    await again.addInitScript(() => {
      const watched = window as unknown as Watched;
      watched.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          watched.shift += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await again.goto(address);
    await hydrated(again);
    await fontsLoaded(again);
    await drawn(again);
    expect(await again.evaluate(() => (window as unknown as Watched).shift)).toBeLessThan(0.001);
  });
