import { expect, test } from '@playwright/test';

/** A chart in another currency says at which rates, and leads to them: without JavaScript. */

test.use({ javaScriptEnabled: false });

const SERIES = 'trade-by-partner:China:exports:customs:value_cad_millions';
const said = /Turned into CNY at the average rate/;

test('a chart turned into another currency names the rates, on the page and in the picture', async ({
  page,
}) => {
  const picture = async (view: string) =>
    (await (await page.request.get(`/chart.svg?series=${SERIES}${view}`)).text()).replace(
      /<\/tspan><tspan[^>]*>/g,
      ' ',
    );
  for (const view of ['', '&currency=CAD']) {
    await page.goto(`/chart?series=${SERIES}${view}`);
    await expect(page.getByText(/Turned into/)).toHaveCount(0);
    expect(await picture(view)).not.toContain('Turned into');
  }
  expect(await picture('&currency=CNY')).toMatch(said);
  await page.goto(`/chart?series=${SERIES}&currency=CNY`);
  await page.getByText(said).getByRole('link', { name: 'The table of rates' }).click();
  await expect(page).toHaveURL(/\/tables\/exchange-rates$/);
});

test('a page with series says what the codes of units in its address are', async ({ page }) => {
  await page.goto('/chart');
  const told = page.getByText(/codes at FRED/);
  await expect(told).toHaveCount(0);
  await page.goto(`/chart?series=${SERIES}&units=pc1`);
  await expect(told).toContainText('pc1 per cent change from a year earlier');
});
