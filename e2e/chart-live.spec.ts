import { expect, type Page, test } from '@playwright/test';
import { axe } from './axe';
import { SERIES } from './kinds';
import { askedBy, comeTo, figures, moved, type Place, placesOf, two } from './live-charts';
import { faultsOf, fontsLoaded, hydrated } from './visit';

/** Charts of `/chart` that a reader can point at: of the view that was served, and of those made in place. */

async function stillPlaces(page: Page, address: string): Promise<Place[][]> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  const browser = page.context().browser();
  const still = await browser?.newPage({ viewport: size, javaScriptEnabled: false });
  if (!still) throw new Error('no browser');
  await still.goto(address);
  await fontsLoaded(still);
  const places = await Promise.all((await figures(still).all()).map(placesOf));
  await still.close();
  return places;
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await hydrated(page);
  await fontsLoaded(page);
}

test('/chart asks for no Recharts and no numbers before its reader comes near', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 200 });
  const { paths, hasRecharts } = askedBy(page);
  await open(page, two);
  await page.waitForLoadState('networkidle');
  const numbers = () => paths.filter((path) => path.includes('.chart-') || path.endsWith('.csv'));
  expect(await hasRecharts()).toBe(false);
  expect(numbers()).toEqual([]);
  await comeTo(figures(page).first());
  expect(await hasRecharts()).toBe(true);
  expect(numbers()).toEqual(['/chart.chart-1.json']);
});

/** The picture of the address as it stands, served to a browser without script. */
async function expectAsServed(page: Page): Promise<void> {
  for (const [index, was] of (await stillPlaces(page, page.url())).entries()) {
    const figure = figures(page).nth(index);
    await comeTo(figure);
    await expect.poll(async () => moved(was, await placesOf(figure), 0.5)).toEqual([]);
  }
}

const show = async (page: Page, field: string, value: string): Promise<void> => {
  await page.getByLabel(field).selectOption(value);
  await page.getByRole('button', { name: 'Show' }).click();
};

test('a view made in place is alive, as it is served without script', async ({ page }) => {
  const asked: string[] = [];
  const faults = faultsOf(page);
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page, `/chart?series=${SERIES}&freq=year&q=exports+customs+trade`);
  await comeTo(figures(page).first());
  await page.locator('.found-series a', { hasText: 'Japan · exports' }).first().click();
  await expect(page.locator('.shown-series li')).toHaveCount(2);
  await expectAsServed(page);
  await show(page, 'Drawn as', 'bars');
  await expect(page).toHaveURL(/form=bars/);
  await expectAsServed(page);
  await show(page, 'Drawn as', 'multiples');
  await expect(figures(page)).toHaveCount(2);
  await expectAsServed(page);
  // Its numbers are those of the tables that came.
  expect(asked.filter((path) => path.includes('.chart-'))).toEqual(['/chart.chart-1.json']);
  const figure = figures(page).first();
  await figure.locator('.live-keys').focus();
  await page.keyboard.press('End');
  const tooltip = figure.locator('.live-tooltip');
  await expect(tooltip).toContainText('million');
  await expect(tooltip.locator('a').first()).toHaveAttribute('href', /^\/tables\/.+#/);
  expect(await axe(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('buttons turn series off and on again, links too; the address has it', async ({ page }) => {
  await open(page, `${two}&units=index`);
  const figure = figures(page).first();
  await comeTo(figure);
  const before = await placesOf(figure);
  const buttons = figure.locator('[data-series]');
  await expect(buttons).toHaveCount(2);
  await buttons.first().press('Enter');
  await expect(page).toHaveURL(/[?&]hide=trade-by-partner/);
  await expectAsServed(page);
  await expect(buttons.first()).toHaveAttribute('aria-pressed', 'false');
  await expect(figure.locator(`svg [data-mark^="${SERIES}:"]`)).toHaveCount(0);
  await expect(buttons.first()).toBeFocused();
  // The last one stays.
  await buttons.last().click({ force: true });
  await expect(figure.locator('[aria-pressed=true]')).toHaveCount(1);
  await page.locator('.shown-series a', { hasText: 'Turn on' }).click();
  await expect(page).not.toHaveURL(/hide=/);
  await comeTo(figure);
  await expect.poll(async () => moved(before, await placesOf(figure), 0.5)).toEqual([]);
  await page.goBack();
  await expect(page).toHaveURL(/hide=/);
  await expectAsServed(page);
  await buttons.first().click();
  await expect(page).not.toHaveURL(/hide=/);
  await comeTo(figure);
  await expect.poll(async () => moved(before, await placesOf(figure), 0.5)).toEqual([]);
});

test('the brush narrows the whole page in place, and Back widens it', async ({ page }) => {
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  await open(page, two);
  const figure = figures(page).first();
  await comeTo(figure);
  const before = await placesOf(figure);
  const files = page.locator('.downloads a').first();
  const handle = figure.locator('.recharts-brush-traveller').first();
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/[?&]time=\d{4}\.\.latest/);
  await expect(files).toHaveAttribute('href', /time=\d{4}\.\.latest/);
  // The keyboard keeps its place through the page that is made anew.
  await expect(handle).toBeFocused();
  const once = page.url();
  await page.keyboard.press('ArrowRight');
  await expect(page).not.toHaveURL(once);
  await expectAsServed(page);
  await expect(handle).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(once);
  await expectAsServed(page);
  await figure.getByRole('button', { name: 'All years' }).click();
  await expect(page).not.toHaveURL(/time=/);
  await comeTo(figure);
  await expect.poll(async () => moved(before, await placesOf(figure), 0.5)).toEqual([]);
  await expect(figure.getByText('The address has this view')).toHaveCount(0);
  expect(loads).toHaveLength(1);
});
