import { expect, type Locator, type Page, test } from '@playwright/test';
import { comeTo, figures, forms, openWhole } from './live-charts';
import { cases, rotated } from './matrix';
import { differing, MOST_DIFFERING, pixelsOf } from './pixels';
import { faultsOf, fontsLoaded, hydrated } from './visit';

/**
 * Each form of a chart as it goes live: to the eye nothing changes. What is then said of a point hides neither the
 * point nor the chart's title, is in the window, and moves nothing.
 */

test.describe.configure({ mode: 'parallel' });

/** Holds the numbers of charts back, so that the server's pictures stay, until it is called. */
async function heldBack(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\.chart-\d+\.json/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

type Box = { left: number; top: number; right: number; bottom: number };

/** A tooltip and what is about it, in pixels of the window. */
type Seen = { when: string; tooltip: Box; title: Box; rings: Box[]; whole: boolean };

const seenOf = (figure: Locator): Promise<Seen> =>
  figure.evaluate((root) => {
    const boxOf = (element: Element): Box => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    };
    const one = (selector: string) => root.querySelector(selector) as Element;
    const element = one('.live-tooltip');
    const tooltip = boxOf(element);
    const corners = [tooltip.left + 3, tooltip.right - 3].flatMap((x) =>
      [tooltip.top + 3, tooltip.bottom - 3].map((y) => document.elementFromPoint(x, y)),
    );
    return {
      when: one('.live-when').textContent ?? '',
      tooltip,
      title: boxOf(one('.chart-title')),
      rings: [...root.querySelectorAll('.live-crosshair circle')].map(boxOf),
      whole: corners.every((corner) => element.contains(corner)),
    };
  });

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** How tall the page is, and where the figure ends in it. */
const extent = (figure: Locator): Promise<number[]> =>
  figure.evaluate((root) => [document.documentElement.scrollHeight, root.clientHeight]);

/** Keys that lead through a chart, a tenth of it at a time. */
const WALK = ['Home', ...Array<string>(10).fill('PageDown'), 'End', 'ArrowLeft', 'PageUp'];

async function walk(page: Page, figure: Locator): Promise<void> {
  const before = await extent(figure);
  const keys = figure.locator('.live-keys');
  await keys.focus();
  const met = new Set<string>();
  for (const key of WALK) {
    await page.keyboard.press(key);
    const { when, tooltip, title, rings, whole } = await seenOf(figure);
    met.add(when);
    const said = `${key}: ${when} ${JSON.stringify({ tooltip, title, rings })}`;
    expect(overlap(tooltip, title), said).toBe(false);
    expect(
      rings.filter((ring) => overlap(tooltip, ring)),
      said,
    ).toEqual([]);
    expect(whole, said).toBe(true);
    expect(await extent(figure), said).toEqual(before);
  }
  expect(met.size).toBeGreaterThan(3);
  await expect(keys).toHaveCSS('outline-style', 'solid');
  await page.keyboard.press('Escape');
}

async function pointAt(page: Page, figure: Locator): Promise<void> {
  const picture = figure.locator('.live-picture');
  await picture.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await picture.boundingBox();
  if (!box) throw new Error('no picture');
  for (const across of [0.2, 0.5, 0.8]) {
    await page.mouse.move(box.x + across * box.width, box.y + 0.6 * box.height);
    const { when, tooltip, title } = await seenOf(figure);
    expect(overlap(tooltip, title), `${when} ${JSON.stringify({ tooltip, title })}`).toBe(false);
  }
}

/** Of every chart of the page, the pixels while the server's picture stands and when it has gone live. */
async function expectSamePixels(page: Page, address: string, mark: string): Promise<void> {
  const release = await heldBack(page);
  await page.goto(address);
  await hydrated(page);
  await fontsLoaded(page);
  expect(await page.locator(`svg.chart-svg :is(${mark})`).count()).toBeGreaterThan(0);
  const all = await figures(page).all();
  const before = [];
  for (const figure of all) before.push(await pixelsOf(figure));
  release();
  for (const [index, was] of before.entries()) {
    const figure = figures(page).nth(index);
    await comeTo(figure);
    const share = differing(was, await pixelsOf(figure));
    expect
      .soft(share, `share of pixels of chart ${index + 1} that differ`)
      .toBeLessThanOrEqual(MOST_DIFFERING);
  }
}

const WIDTHS = [360, 768, 1440];

for (const [turn, [form, [address, mark]]] of Object.entries(forms).entries())
  for (const width of rotated(WIDTHS, turn))
    test(`no pixel changes when charts go live, what is told hides nothing: ${form}, ${width} px wide`, async ({
      page,
    }) => {
      const faults = faultsOf(page);
      await page.setViewportSize({ width, height: 900 });
      await expectSamePixels(page, address, mark);
      for (const figure of await figures(page).all()) {
        await walk(page, figure);
        // On a phone there is no room for both.
        if (width > 360) await pointAt(page, figure);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(faults).toEqual([]);
    });

/** With its foot at that of the window, a drawing leaves no room below. */
async function tap(page: Page, figure: Locator): Promise<void> {
  const picture = figure.locator('.live-picture');
  await picture.evaluate((element) => element.scrollIntoView({ block: 'end' }));
  const before = await extent(figure);
  const box = await picture.boundingBox();
  if (!box) throw new Error('no picture');
  await page.touchscreen.tap(box.x + 0.5 * box.width, box.y + 0.6 * box.height);
  await expect(figure.locator('.live-tooltip')).toBeVisible();
  const { when, tooltip, title, whole } = await seenOf(figure);
  const said = `${when} ${JSON.stringify({ tooltip, title })}`;
  expect(overlap(tooltip, title), said).toBe(false);
  expect(whole, said).toBe(true);
  expect(await extent(figure), said).toEqual(before);
}

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } });
  /** One for each way that moments are laid out. */
  const laidOut = ['lines with events', 'rows of bars', 'columns', 'small multiples'];
  for (const [form, [address]] of cases(Object.entries(forms), ([form]) => laidOut.includes(form)))
    test(`a finger hides no title: ${form}`, async ({ page }) => {
      await openWhole(page, address);
      for (const figure of await figures(page).all()) {
        await comeTo(figure);
        await tap(page, figure);
      }
    });
});
