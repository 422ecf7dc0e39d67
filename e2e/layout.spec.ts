import { expect, test } from '@playwright/test';
import { SERIES } from './kinds';

/** What is laid out in a way of its own: a phone's table, and paper. */

test('a phone shows the figures of a table with one column without scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 900 });
  await page.goto('/claims/share-stolen');
  const table = page.locator('section.scroll', { hasText: '% of China’s rapeseed oil imports' });
  const figure = table.locator('td a').first();
  await figure.scrollIntoViewIfNeeded();
  const beyond = table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(await beyond).toBe(0);
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
    const shown = await page.locator(onScreen.join()).filter({ visible: true }).all();
    expect(await Promise.all(shown.map((one) => one.textContent()))).toEqual([]);
    // On paper an address can only be read.
    const untold = await page
      .locator('.sources a[rel~="external"]')
      .evaluateAll((links) =>
        links
          .map((link) => [
            link.getAttribute('href') ?? '-',
            getComputedStyle(link, '::after').content,
          ])
          .filter(([to = '', after]) => !after?.includes(to)),
      );
    expect(untold).toEqual([]);
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
