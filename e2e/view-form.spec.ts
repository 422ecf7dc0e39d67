import { expect, test } from '@playwright/test';
import { SERIES } from './kinds';

test.use({ javaScriptEnabled: false });

test('the form keeps months of an address that are none of its choices', async ({ page }) => {
  const address = `/chart?series=${SERIES}&time=2015-03..2019-06&units=index&base=2016-02`;
  await page.goto(address);
  for (const [label, month] of [
    ['From', 'March 2015'],
    ['To', 'June 2019'],
    ['100 in', 'February 2016'],
  ] as const)
    await expect(page.getByLabel(label, { exact: true }).locator(':checked')).toHaveText(month);
  await page.getByLabel('Scale').selectOption('log');
  await page.getByRole('button', { name: 'Show' }).click();
  const { pathname, searchParams } = new URL(page.url());
  expect(pathname).toBe('/chart');
  const { scale, time, base } = Object.fromEntries(searchParams);
  expect({ scale, time, base }).toEqual({
    scale: 'log',
    time: '2015-03..2019-06',
    base: '2016-02',
  });
});
