import { expect, test } from '@playwright/test';
import { axe } from './axe';

for (const query of ['', '?q=canola', '?q=canola&page=2', '?q=zebra'])
  test(`the picker of /chart${query} is accessible and fits a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`/chart${query}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    expect(await axe(page)).toEqual([]);
  });

test('the picker’s pages are plain links, each with other series', async ({ page }) => {
  await page.goto('/chart?q=canola');
  const found = page.locator('.found-series a');
  await expect(found).toHaveCount(40);
  const first = await found.allTextContents();
  await page.getByRole('navigation', { name: 'Pages of series' }).getByText('2').click();
  await expect(page).toHaveURL(/q=canola&page=2#picker$/);
  await expect(page.locator('[aria-current=page]', { hasText: '2' })).toBeVisible();
  expect(await found.allTextContents()).not.toEqual(first);
});
