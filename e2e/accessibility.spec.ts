import { expect, type Page, test } from '@playwright/test';
import { comeTo, figures } from './live-charts';
import { openAll } from './visit';

test.describe.configure({ mode: 'parallel', timeout: 90_000 });

test('the skip link comes first and leads past the header', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press('Tab');
  await expect(page.locator('#main :focus')).toHaveCount(1);
});

/** What the Tab key reaches, from the top of the page to its end. */
async function tabStops(page: Page) {
  const stops: { name: string; outlined: boolean }[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      if (element.hasAttribute('data-reached')) return null;
      element.setAttribute('data-reached', '');
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return {
        name: `${element.tagName.toLowerCase()} ${element.getAttribute('href') ?? element.id}`,
        outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
      };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
}

for (const address of ['/', '/claims/share-stolen', '/tables/leader-call'])
  test(`Tab reaches all of ${address}, and shows where it is`, async ({ page }) => {
    await page.goto(address);
    await openAll(page);
    // A chart that goes live puts other elements in the place of those that were reached.
    for (const figure of await figures(page).all()) await comeTo(figure);
    await page.evaluate(() => window.scrollTo(0, 0));
    const stops = await tabStops(page);
    expect(stops.filter(({ outlined }) => !outlined)).toEqual([]);
    const missed = await page
      .locator('a[href], button, input:not([type=hidden]), summary')
      .evaluateAll((controls) =>
        controls.flatMap((control) =>
          control.checkVisibility({ visibilityProperty: true }) &&
          !control.hasAttribute('data-reached')
            ? [control.outerHTML.slice(0, 160)]
            : [],
        ),
      );
    expect(missed).toEqual([]);
    expect(stops.length).toBeGreaterThan(10);
  });

test('Enter opens a reading’s working and closes it', async ({ page }) => {
  await page.goto('/claims/share-stolen');
  const details = page.locator('#reading-1 details');
  await expect(details).not.toHaveAttribute('open');
  await details.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(details).toHaveAttribute('open');
  await expect(details.locator('.inputs').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(details).not.toHaveAttribute('open');
});

test('a table wider than its box scrolls by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/tables/ev-prices/2024');
  const box = page.locator('.scroll');
  await box.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});

test('forced colours, light or dark, keep marks, signs and results apart', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.goto('/claims/share-stolen');
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page.locator('.chart-drawing-wide svg').first()).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce', colorScheme });
    const seen = await page.evaluate(() => {
      const colour = (selector: string, property: 'fill' | 'stroke' | 'color') => {
        const element = document.querySelector(selector);
        return element ? getComputedStyle(element)[property] : 'nothing there';
      };
      return {
        page: getComputedStyle(document.documentElement).backgroundColor,
        quote: colour('.quote mark', 'color'),
        mark: colour('.chart-wide [data-mark] circle', 'fill'),
        word: colour('.chart-wide .chart-label', 'fill'),
        tick: colour('.chart-wide .chart-tick', 'fill'),
        held: colour('.dot-holds circle', 'fill'),
        failed: colour('.dot-fails circle', 'fill'),
        rim: colour('.dot-fails circle', 'stroke'),
        moving: document.getAnimations().length,
      };
    });
    expect(seen.moving).toBe(0);
    const { quote, mark, word, tick, held, rim } = seen;
    expect([quote, mark, word, tick, held, rim], colorScheme).not.toContain(seen.page);
    expect(held, colorScheme).not.toBe(seen.failed);
  }
  const results = await page.locator('.reading-result .result').allTextContents();
  expect(results.every((text) => text.trim().length > 3)).toBe(true);
});
