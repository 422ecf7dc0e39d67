import { type Browser, expect, type Page, test } from '@playwright/test';
import { claimPages } from './addresses';

/** Letters that are there at once are ours; those that come after the words move nothing. */

test.setTimeout(120_000);

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
  const came: Promise<unknown>[] = ['inter', 'source'].map((name) =>
    page.waitForEvent('requestfinished', (request) => fontAsked(request.url(), name)),
  );
  await page.route('**/*.woff2', (route) => coming.then(() => route.continue()));
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await drawn(page);
  // Longer than a browser waits for letters before it draws words without.
  await page.waitForTimeout(300);
  await watchShift(page);
  come();
  await Promise.all(came);
  await page.evaluate(() => document.fonts.ready);
  await drawn(page);
  await drawn(page);
  const shift = await page.evaluate(() => (window as unknown as Watched).shift);
  await context.close();
  return shift;
}

const fontAsked = (url: string, name: string): boolean =>
  url.includes(name) && url.endsWith('.woff2');

const ADDRESSES = [
  '/',
  '/method',
  '/tables/events',
  '/tables/exchange-rates/2024',
  '/embed/claims/share-stolen',
  ...claimPages.map(({ address }) => address),
];

for (const width of [360, 768, 1440])
  test(`at ${width} px no page moves as its letters come`, async ({ browser }) => {
    for (const address of ADDRESSES)
      expect(await shiftOf(browser, width, address), address).toBe(0);
  });

/** Which fonts a heading is drawn with. */
async function fontsOf(page: Page, selector: string): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('DOM.enable');
  await cdp.send('CSS.enable');
  const { root } = await cdp.send('DOM.getDocument');
  const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await cdp.send('CSS.getPlatformFontsForNode', { nodeId });
  await cdp.detach();
  return fonts.map(({ familyName, isCustomFont }) => `${familyName} ${isCustomFont}`);
}

for (const [address, selector] of [
  ['/method', 'h1'],
  ['/claims/share-stolen', '.answer'],
  ['/embed/claims/share-stolen', '.chart-title'],
] as const)
  test(`${address} is in letters of ours, once they have come`, async ({ page }) => {
    await expect(async () => {
      await page.goto(address);
      expect(await fontsOf(page, selector)).toEqual([expect.stringMatching(/ true$/)]);
    }).toPass();
  });
