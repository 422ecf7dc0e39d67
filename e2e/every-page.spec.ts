import { expect, type Page, test } from '@playwright/test';
import { pagesInTurn, views } from './addresses';
import { expectAccessible } from './axe';
import { drawingsSeen, overflow, putOff, smallControls, wordFaults } from './layout';
import { rotated } from './matrix';
import { fontsLoaded, hydrated, openAll, policyFaultsOf } from './visit';

/** Each kind of page once: what no page may do, however wide, light or dark. */

test.describe.configure({ mode: 'parallel', timeout: 90_000 });

const widths = [360, 768, 1440];

/** Of a page at rest; what is only drawn anew in another room goes away by itself. */
const none = (faults: () => Promise<string[]>, message: string) =>
  expect.soft.poll(faults, { message }).toEqual([]);

async function expectToFit(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const faults = async () => {
      const all = await Promise.all([overflow(page), wordFaults(page), drawingsSeen(page)]);
      return all.flat();
    };
    await none(faults, `${width} px wide`);
  }
  await openAll(page);
  for (const width of widths.toReversed()) {
    await page.setViewportSize({ width, height: 900 });
    await none(() => overflow(page), `${width} px wide, all open`);
  }
}

/** The rows of a table are made alike: twenty stand for all, and for half a minute of looking. */
const shortenTables = (page: Page) =>
  page.evaluate(() => {
    for (const row of document.querySelectorAll('tbody tr:nth-child(n + 21)')) row.remove();
  });

async function expectOrderedHeadings(page: Page): Promise<void> {
  const levels = await page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
  expect.soft(levels[0], 'the first heading').toBe(1);
  const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  expect.soft(skips, 'levels that follow on none above them').toEqual([]);
}

for (const [turn, address] of [...pagesInTurn.map(({ address }) => address), ...views].entries())
  test(`${address} keeps to its policy, fits its window, has no fault that axe can find`, async ({
    page,
  }) => {
    const faults = await policyFaultsOf(page);
    const readAhead: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('_rsc=')) readAhead.push(request.url());
    });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(address);
    await hydrated(page);
    await fontsLoaded(page);
    await none(() => putOff(page), 'not laid out though nobody scrolls');
    expect.soft(await smallControls(page), 'controls of less than 24 px').toEqual([]);
    await expectToFit(page);
    expect.soft(faults, 'faults').toEqual([]);
    expect.soft(readAhead, 'pages that nobody asked for').toEqual([]);
    const [width = 360] = rotated(widths, turn, false);
    await page.setViewportSize({ width, height: 900 });
    await shortenTables(page);
    await expectAccessible(page);
    await expectOrderedHeadings(page);
  });
