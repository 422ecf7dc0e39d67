import { expect, type Page, test } from '@playwright/test';
import { hydrated, openAll } from './visit';

/** A view set by hand, its link copied, opened by somebody else without script: the same marks and rows. */

const CHINA = 'trade-by-partner:China:exports:customs:value_cad_millions';

const marks = (page: Page) =>
  page.locator('svg.chart-wide [data-mark]').evaluateAll((all) =>
    all
      .filter((one) => !one.closest('.live-coming'))
      .map((one) => one.getAttribute('data-mark'))
      .sort(),
  );

const rows = (page: Page) =>
  page
    .locator('section[aria-labelledby$="-data"] tbody tr')
    .evaluateAll((all) => all.map((row) => row.textContent));

const shown = async (page: Page) => ({ drawn: await marks(page), told: await rows(page) });

for (const [path, from, to] of [
  ['/claims/lose-china-market', '2018', '2023'],
  [`/chart?series=${CHINA}`, '2015', '2016'],
  ['/tables/ev-prices', '2020', '2024'],
] as const)
  test(`${path}, years chosen by hand, is the same in a copied link without script`, async ({
    page,
    context,
    browser,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(path);
    await hydrated(page);
    const before = await shown(page);
    await openAll(page);
    await page.getByLabel('From', { exact: true }).selectOption(from);
    await page.getByLabel('To', { exact: true }).selectOption(to);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`time=${from}\\.\\.${to}`));
    await hydrated(page);
    // Otherwise the years would have changed nothing.
    await expect.poll(() => shown(page)).not.toEqual(before);
    const chosen = await shown(page);
    expect(chosen.drawn.length).toBeGreaterThan(0);
    await openAll(page);
    await page.getByRole('button', { name: 'Copy link', exact: true }).click();
    await expect(page.locator('.share [role=status]')).toHaveText('Copied.');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain(`time=${from}..${to}`);
    const other = await browser.newPage({ javaScriptEnabled: false });
    await other.goto(link);
    expect(await shown(other)).toEqual(chosen);
    await other.close();
  });
