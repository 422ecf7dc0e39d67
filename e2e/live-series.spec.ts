import { expect, test } from '@playwright/test';
import { comeTo, figures, moved, openWhole, placesOf } from './live-charts';

/** Series that a reader turns off at a live chart, and on again. */

const lines = '/claims/largest-canola-buyer';

test('series go off and on again; the last one stays', async ({ page }) => {
  await openWhole(page, lines);
  const figure = figures(page).first();
  await comeTo(figure);
  const before = await placesOf(figure);
  const buttons = figure.locator('[data-series]');
  const count = await buttons.count();
  expect(count).toBeGreaterThan(1);
  const id = await buttons.first().getAttribute('data-series');
  const marks = figure.locator(`svg.recharts-surface [data-mark^="${id}:"]`);
  await expect(marks.first()).toBeAttached();
  await buttons.first().press('Enter');
  await expect(buttons.first()).toHaveAttribute('aria-pressed', 'false');
  await expect(marks).toHaveCount(0);
  // The address has it: opened afresh without script it shows the same series.
  await expect(page).toHaveURL(/\?hide=/);
  const fresh = await page.context().browser()?.newPage({ javaScriptEnabled: false });
  await fresh?.goto(page.url());
  const drawn = (ids: string) =>
    fresh?.locator(`figure.chart svg.chart-wide [data-mark^="${ids}:"]`);
  await expect(drawn(id ?? '') ?? figure).toHaveCount(0);
  await fresh?.close();
  await expect(figure.getByText('The address has this view')).toBeVisible();
  await page.goBack();
  await expect(buttons.first()).toHaveAttribute('aria-pressed', 'true');
  await page.goForward();
  await expect(buttons.first()).toHaveAttribute('aria-pressed', 'false');
  for (let at = 1; at < count; at += 1) await buttons.nth(at).click({ force: true });
  await expect(figure.locator('[aria-pressed=true]')).toHaveCount(1);
  for (const button of await figure
    .locator('[aria-pressed=false]')
    .all()
    .then((all) => all.reverse()))
    await button.click();
  for (const button of await figure.locator('[aria-pressed=false]').all()) await button.click();
  await expect(figure.locator('[aria-pressed=false]')).toHaveCount(0);
  await expect.poll(async () => moved(before, await placesOf(figure), 0.5)).toEqual([]);
});

for (const [path, units] of [
  [lines, 'share'],
  ['/tables/canola-product-exports', 'index'],
])
  test(`a series turned off at the chart changes no other figure: ${path}, ${units}`, async ({
    page,
  }) => {
    await openWhole(page, `${path}?units=${units}`);
    const figure = figures(page).first();
    await comeTo(figure);
    const drawn = () =>
      figure
        .locator('svg.recharts-surface [data-mark]')
        .evaluateAll((all) =>
          all.map((mark) => `${mark.getAttribute('data-mark')} ${mark.textContent}`),
        );
    const before = await drawn();
    expect(before.join()).toMatch(/\d/);
    const first = figure.locator('[data-series]').first();
    const id = await first.getAttribute('data-series');
    await first.click();
    await expect(page).toHaveURL(new RegExp(`\\?hide=${id}&`));
    await expect(first).toHaveAttribute('aria-pressed', 'false');
    const others = before.filter((mark) => !mark.startsWith(`${id}:`));
    expect(others.length).toBeGreaterThan(0);
    await expect.poll(drawn).toEqual(others);
  });

test('a live chart of whose values none is in the years says so, and comes back with them', async ({
  page,
}) => {
  await openWhole(page, lines);
  const figure = figures(page).first();
  await comeTo(figure);
  const before = await placesOf(figure);
  const go = (address: string) =>
    page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, address);
  await go(`${lines}?time=1900..1901`);
  await expect(figure.getByText('No values in these years.')).toBeVisible();
  await expect(figure.locator('svg.chart-svg')).toHaveCount(0);
  await go(`${lines}?hide=china~mexico~japan`);
  await expect(figure.getByText('Every series of this chart is turned off.')).toBeVisible();
  await figure.locator('[data-series=china]').click();
  await expect(figure.locator('[data-mark^="china:"]').first()).toBeAttached();
  await go(lines);
  await expect.poll(async () => moved(before, await placesOf(figure), 0.5)).toEqual([]);
});
