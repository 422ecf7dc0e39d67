import { expect, type Page, test } from '@playwright/test';
import { claimPages, pages } from './addresses';
import { SERIES } from './kinds';
import { fontsLoaded, openAll } from './visit';
import { wordFaults } from './words';

test.describe.configure({ mode: 'parallel', timeout: 90_000 });

const widths = [360, 768, 1440];

/** What stands out to the right of the page, or makes it scroll sideways. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('main *, header *, footer *')].filter((element) => {
      const { right, width } = element.getBoundingClientRect();
      return width > 0 && right > clientWidth + 0.5 && !element.closest('.scroll *');
    });
    return [
      `${scrollWidth} px wide`,
      ...out.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)),
    ];
  });

/** A live chart is drawn anew when its room changes: what stays is a fault. */
const none = (faults: () => Promise<string[]>, message: string) =>
  expect.poll(faults, { message }).toEqual([]);

const JAPAN = SERIES.replace('China', 'Japan');
const EV = 'ev-share:calendar_year:China:EV+share+of+new+car+sales+(BEV%2BPHEV):share_pct';

const views = [
  '/chart?q=canola',
  `/chart?series=${SERIES}~${JAPAN}&freq=year`,
  `/chart?series=${SERIES}~${EV}&form=multiples&freq=year`,
  `/chart?series=${SERIES}&time=1950..1960`,
];

for (const address of [...pages.map(({ address }) => address), ...views])
  test(`${address} fits its window, and its drawings their words`, async ({ page }) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      if (width === widths[0]) {
        await page.goto(address);
        await fontsLoaded(page);
      }
      await none(() => overflow(page), `${width} px`);
      await none(() => wordFaults(page), `${width} px`);
    }
    await openAll(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await none(() => overflow(page), `${width} px, all open`);
    }
  });

test('a phone shows the figures of a table with one column without scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 900 });
  await page.goto('/claims/share-stolen');
  const table = page.locator('section.scroll', { hasText: '% of China’s rapeseed oil imports' });
  const figure = table.locator('td a').first();
  await figure.scrollIntoViewIfNeeded();
  const beyond = table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(await beyond).toBe(0);
});

const SMALL = '.series-links a, .page-links a, .crumbs a, .filters a, button, select, summary';

for (const address of ['/', '/chart', ...views])
  test(`${address} has no control of less than 24 px`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 900 });
    await page.goto(address);
    const sizes = await page
      .locator(SMALL)
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.checkVisibility())
          .map((control) => ({ box: control.getBoundingClientRect(), html: control.outerHTML })),
      );
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes.filter(({ box }) => Math.min(box.width, box.height) < 23.9)).toEqual([]);
  });

/** How many drawings of each chart are seen. */
const drawingsSeen = (page: Page): Promise<number[]> =>
  page.locator('figure.chart').evaluateAll((figures) =>
    figures.map((figure) => {
      const drawings = [...figure.querySelectorAll('svg.chart-svg')];
      return drawings.filter((svg) => svg.checkVisibility({ visibilityProperty: true })).length;
    }),
  );

for (const { address } of claimPages)
  test(`${address} shows one drawing of each chart at any width`, async ({ page }) => {
    await page.goto(address);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      // A live chart is drawn anew when its room changes.
      await expect
        .poll(async () => [...new Set(await drawingsSeen(page))], { message: `${width} px` })
        .toEqual([1]);
    }
  });

const printed = [
  '/',
  '/claims/largest-canola-buyer',
  '/tables/ev-prices',
  `/chart?series=${SERIES}&units=index`,
  '/method',
];

/** Each is on some of these pages. */
const onScreen = [
  '.site-header nav',
  '.filters',
  '.claim-nav',
  '.crumbs',
  '.downloads',
  '.view-form',
  '.view-notes a',
  '.shown-series .remove',
  '.found-series',
  'summary',
];

for (const address of printed)
  test(`${address} prints black on white, whole, without what is only for the screen`, async ({
    page,
  }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(address);
    for (const hidden of onScreen)
      for (const element of await page.locator(hidden).all()) await expect(element).toBeHidden();
    // On paper an address can only be read.
    for (const link of await page.locator('.sources a[rel~="external"]').all()) {
      const to = await link.getAttribute('href');
      const after = await link.evaluate((element) => getComputedStyle(element, '::after').content);
      expect(after).toContain(to);
    }
    await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    const words = page.locator('h1, h2, h3, mark, .answer, .question, td a, dd').filter({
      visible: true,
    });
    const colours = await words.evaluateAll((elements) => [
      ...new Set(elements.map((element) => getComputedStyle(element).color)),
    ]);
    expect(colours).toEqual(['rgb(0, 0, 0)']);
    // Paper does not scroll: a box that does would lose its rows.
    const cut = await page.locator('.scroll').evaluateAll((boxes) =>
      boxes.flatMap((box) => {
        const { overflowY, overflowX } = getComputedStyle(box);
        const lost = box.scrollHeight > box.clientHeight + 1 && overflowY !== 'visible';
        const lostWide = box.scrollWidth > box.clientWidth + 1 && overflowX !== 'visible';
        return lost || lostWide ? [box.getAttribute('aria-labelledby') ?? 'box'] : [];
      }),
    );
    expect(cut).toEqual([]);
  });
