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

  for (const units of ['share', 'index'] as const)
    test(`${path} has the figures of the others unchanged: ${units}`, async ({ page }) => {
      await page.goto(`${path}?units=${units}`);
      const before = await figuresOf(page, chart);
      const said = { share: /100% is the sum/, index: /index, 100 in / }[units];
      const sum = page.locator('.view-notes p, .chart-subtitle').filter({ hasText: said }).first();
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

const CHINA = 'trade-by-partner:China:exports:customs:value_cad_millions';
const JAPAN = 'trade-by-partner:Japan:exports:customs:value_cad_millions';
const together = `/chart?series=${CHINA}~${JAPAN}`;

/** All that there is of each first chart, and how many charts are then left. */
const emptied: [plain: string, hide: string, left: number][] = [
  ['/claims/largest-canola-buyer', 'china~mexico~japan', 2],
  ['/tables/canola-product-exports', 'china~japan~usa', 0],
  [together, `${CHINA}~${JAPAN}`, 0],
  [`${together}&form=multiples`, `${CHINA}~${JAPAN}`, 0],
];

for (const [plain, hide, left] of emptied)
  test(`${plain} says that all are turned off, and leads back`, async ({ page }) => {
    await page.goto(plain);
    const path = new URL(page.url()).pathname;
    const charts = page.locator('figure.chart');
    const all = await charts.count();
    await page.goto(`${plain}${plain.includes('?') ? '&' : '?'}hide=${hide}`);
    await expect(charts).toHaveCount(left);
    const notice = page.getByText('Every series of this chart is turned off.');
    await expect(notice).toHaveCount(1);
    await expect(page.getByText('No values in these years')).toHaveCount(0);
    // A claim's other charts still have some.
    await expect(page.getByRole('link', { name: /^CSV of the .* shown/ })).toHaveCount(left && 1);
    await expect(page.getByRole('link', { name: / 0 rows/ })).toHaveCount(0);
    const picture = page.url().replace(path, `${path}.svg`);
    expect(await (await page.request.get(picture)).text()).toContain('is turned off.');
    await notice.getByRole('link', { name: 'Turn them on again' }).click();
    await expect(page).not.toHaveURL(/hide=/);
    await expect(charts).toHaveCount(all);
    await expect(notice).toHaveCount(0);
  });

test('a claim draws no axis where the years have no values, and leads back', async ({ page }) => {
  await page.goto('/claims/largest-canola-buyer?time=1900..1901&hide=mexico');
  const notices = page.getByText('No values in these years.');
  await expect(notices).toHaveCount(3);
  await expect(page.locator('figure.chart')).toHaveCount(0);
  await notices.first().getByRole('link', { name: 'Show all years' }).click();
  await expect(page).toHaveURL(/\?hide=mexico$/);
  await expect(page.locator('figure.chart')).toHaveCount(3);
});
