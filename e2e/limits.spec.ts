import { expect, test } from '@playwright/test';

/** A reader's own limit in the place of ours: a form, an address, a page that computes. */

test.use({ javaScriptEnabled: false });

test('a limit of the reader’s own changes the result, at an address of its own', async ({
  page,
}) => {
  await page.goto('/claims/share-stolen');
  const third = page.locator('#reading-3');
  await expect(third.locator('.reading-result .result')).toHaveText(/^\s*does not hold$/);
  await expect(page.locator('.claim-head .readings-sign')).toContainText('1 of 3 ways');
  await expect(page.locator('.own-limits')).toHaveCount(0);

  // All other origins had 4.07% of the market in 2024: not above our 5, but above 4.
  await third.locator('summary').click();
  await expect(third.locator('.finding dd').first()).toHaveText('4.07%');
  await expect(third.getByLabel('Your limit')).toHaveValue('5');
  await third.getByLabel('Your limit').fill('4');
  await third.getByRole('button', { name: 'See the result' }).click();

  await expect(page).toHaveURL(
    ({ pathname, search }) => pathname + search === '/claims/share-stolen?r3=4',
  );
  await expect(third.locator('.reading-result')).toHaveText(/^\s*holds with a limit of your own$/);
  await expect(third.locator('details')).toHaveAttribute('open');
  await expect(third.locator('.finding dd').nth(1)).toHaveText('more than 4%');
  await expect(third.getByLabel('Your limit')).toHaveValue('4');
  await expect(page.locator('.claim-head .readings-sign')).toContainText('2 of 3 ways');
  await expect(page.locator('.own-limits')).toContainText('a limit of your own');

  await page.getByRole('link', { name: 'Back to our limits' }).click();
  await expect(page).toHaveURL((url) => url.search === '');
  await expect(page.locator('.claim-head .readings-sign')).toContainText('1 of 3 ways');
});

test('a second limit keeps the first', async ({ page }) => {
  await page.goto('/claims/share-stolen?r3=4');
  const fourth = page.locator('#reading-4');
  await fourth.locator('summary').click();
  await fourth.getByLabel('Your limit').fill('2');
  await fourth.getByRole('button').click();
  await expect
    .poll(() => Object.fromEntries(new URL(page.url()).searchParams))
    .toEqual({ r3: '4', r4: '2' });
  await expect(page.locator('#reading-3 .reading-result .result')).toHaveText(/^\s*holds$/);
  await expect(fourth.locator('.reading-result .result')).toHaveText(/^\s*holds$/);
  await expect(page.locator('.claim-head .readings-sign')).toContainText('2 of 3 ways');
});

test('the title says the verdict that the page shows, with own limits too', async ({ page }) => {
  // Of 22 Western countries Canada came 9th: in the first half, not in the first tenth.
  await page.goto('/claims/early-relations?r1=10');
  await expect(page.locator('.claim-head .verdict strong')).toHaveText('Does not hold as worded');
  expect(await page.title()).toContain(': Does not hold as worded');
});

for (const [address, name] of [
  ['/claims/share-stolen?r2=abc', 'r2'],
  ['/claims/share-stolen?r3=4&r3=5', 'r3'],
  ['/claims/share-stolen?r3=1e999', 'r3'],
] as const)
  test(`${address} is read as if ${name} were not there, and says so`, async ({ page }) => {
    const response = await page.goto(address);
    expect(response?.status()).toBe(200);
    await expect(
      page.getByText(`Left out of the address, because it could not be read: ${name}.`),
    ).toBeVisible();
    await expect(page.locator('.own-limits')).toHaveCount(0);
    await expect(page.locator('.claim-head .readings-sign')).toContainText('1 of 3 ways');
  });

test('a limit for a reading that has none is named as left out', async ({ page }) => {
  await page.goto('/claims/share-stolen?r9=4');
  await expect(page.getByText('could not be read: r9.')).toBeVisible();
  await expect(page.locator('.own-limits')).toHaveCount(0);
});
