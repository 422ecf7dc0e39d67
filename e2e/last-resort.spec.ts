import { expect, test } from '@playwright/test';

test('a fault in the frame of all pages leaves a page that keeps to the policy', async ({
  page,
}) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  await page.goto('/method');
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor + document.body.className);
  const whole = await paper();
  // What lays out the rest of a page stands in the frame.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => {
      throw new Error('broken');
    };
  });
  await page.goto('/method');
  await expect(page.locator('h1')).toHaveText('This page could not be shown');
  await expect(page.locator('.site-header')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(await paper()).toBe(whole);
  expect(await page.title()).toBe('This page could not be shown');
  expect(violations).toEqual([]);
});
