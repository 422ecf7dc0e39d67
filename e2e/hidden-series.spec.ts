import { expect, type Page, test } from '@playwright/test';
import { drawing, type Mark } from './drawings';

/** A series that the address turns off is gone from page and picture, and nothing else is: without JavaScript. */

test.use({ javaScriptEnabled: false });

const pages = [
  {
    path: '/claims/largest-canola-buyer',
    chart: 'largest-canola-buyer-monthly',
    name: 'Mexico',
    hidden: 'mexico',
    larger: 'china',
  },
  {
    path: '/tables/canola-product-exports',
    chart: 'table',
    name: 'Japan',
    hidden: 'japan',
    larger: 'usa',
  },
];

const namesIn = (page: Page, chart: string) =>
  page.locator(`figure[aria-labelledby="chart-${chart}-title"] svg.chart-wide`).allTextContents();

/** Not how far along: the room of a name that has gone is the plot's. */
const placed = ({ right: _, ...mark }: Mark) => mark;
const upward = ({ axis }: { axis: string }) => axis === 'y';

/** What each mark says: its period, its figure. */
const figuresOf = async (page: Page, chart: string) =>
  (await drawing(page, chart, 'wide')).marks.map(({ id, title }) => [id, title]);

for (const { path, chart, name, hidden, larger } of pages) {
  const of = ({ id }: { id: string }, series: string) => id.split(':')[0] === series;

  test(`${path} draws the others where they were`, async ({ page }) => {
    await page.goto(path);
    const before = await drawing(page, chart, 'wide');
    expect(before.marks.some((mark) => of(mark, hidden))).toBe(true);
    expect((await namesIn(page, chart)).join()).toContain(name);
    await page.goto(`${path}?hide=${hidden}`);
    const after = await drawing(page, chart, 'wide');
    expect(after.marks.length).toBeGreaterThan(0);
    const others = before.marks.filter((mark) => !of(mark, hidden));
    expect(after.marks.map(placed)).toEqual(others.map(placed));
    expect(after.ticks.filter(upward)).toEqual(before.ticks.filter(upward));
    expect((await namesIn(page, chart)).join()).not.toContain(name);
  });

  for (const units of ['share', 'index'])
    test(`${path} has the figures of the others unchanged: ${units}`, async ({ page }) => {
      await page.goto(`${path}?units=${units}`);
      const before = await figuresOf(page, chart);
      const sum = page.locator('.view-notes', { hasText: /100( is|% is the sum)/ });
      await expect(sum).toBeVisible();
      await page.goto(`${path}?units=${units}&hide=${larger}`);
      const after = await figuresOf(page, chart);
      expect(after.length).toBeGreaterThan(0);
      expect(after.length).toBeLessThan(before.length);
      expect(before).toEqual(expect.arrayContaining(after));
      await expect(sum).toBeVisible();
    });

  test(`${path} says which series it has none to turn off of`, async ({ page }) => {
    await page.goto(`${path}?hide=${hidden}~no-such`);
    await expect(page.getByText('No such series here: no-such.')).toBeVisible();
  });
}
