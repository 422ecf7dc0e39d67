import { type APIRequestContext, expect, test } from '@playwright/test';

/** A reader's own limit in the place of ours: a form, an address, a page that computes. */

type Test = { measured: { value: number }; limit: { high: number } };
type Claim = {
  readingsHeld: number;
  readingsCounted: number;
  readings: { result: string; tests: [Test] }[];
};

const claimOf = async (request: APIRequestContext, id: string): Promise<Claim> =>
  (await request.get(`/claims/${id}.json`)).json();

/** A whole limit that a value is above if it is not above ours, and the other way round. */
function turning({ readings }: Claim, number: number) {
  const { result, tests } = readings[number - 1] as Claim['readings'][0];
  const { measured, limit } = tests[0];
  const fails = result === 'fails';
  return {
    value: `${measured.value.toFixed(2)}%`,
    ours: String(limit.high),
    own: String(Math.ceil(measured.value) - (fails ? 1 : 0)),
    was: fails ? 'does not hold' : 'holds',
    is: fails ? 'holds' : 'does not hold',
    more: fails ? 1 : -1,
  };
}

const readingsHold = ({ readingsHeld, readingsCounted }: Claim, more = 0): string =>
  `${readingsHeld + more} of ${readingsCounted} ways`;

test.use({ javaScriptEnabled: false });

test('a limit of the reader’s own changes the result, at an address of its own', async ({
  page,
  request,
}) => {
  const claim = await claimOf(request, 'share-stolen');
  const { value, ours, own, was, is, more } = turning(claim, 3);
  await page.goto('/claims/share-stolen');
  const third = page.locator('#reading-3');
  await expect(third.locator('.reading-result .result')).toHaveText(was);
  await expect(page.locator('.claim-head .readings-sign')).toContainText(readingsHold(claim));
  await expect(page.locator('.own-limits')).toHaveCount(0);

  await third.locator('summary').click();
  await expect(third.locator('.finding dd').first()).toHaveText(value);
  await expect(third.getByLabel('Your limit')).toHaveValue(ours);
  await third.getByLabel('Your limit').fill(own);
  await third.getByRole('button', { name: 'See the result' }).click();

  await expect(page).toHaveURL(
    ({ pathname, search }) => pathname + search === `/claims/share-stolen?r3=${own}`,
  );
  await expect(third.locator('.reading-result')).toHaveText(`${is} with a limit of your own`);
  await expect(third.locator('details')).toHaveAttribute('open');
  await expect(third.locator('.finding dd').nth(1)).toContainText(`${own}%`);
  await expect(third.getByLabel('Your limit')).toHaveValue(own);
  await expect(page.locator('.claim-head .readings-sign')).toContainText(readingsHold(claim, more));
  await expect(page.locator('.own-limits')).toContainText('a limit of your own');

  await page.getByRole('link', { name: 'Back to our limits' }).click();
  await expect(page).toHaveURL((url) => url.search === '');
  await expect(page.locator('.claim-head .readings-sign')).toContainText(readingsHold(claim));
});

test('a second limit keeps the first', async ({ page, request }) => {
  const claim = await claimOf(request, 'share-stolen');
  const [third, other] = [turning(claim, 3), turning(claim, 4)];
  await page.goto(`/claims/share-stolen?r3=${third.own}`);
  const fourth = page.locator('#reading-4');
  await fourth.locator('summary').click();
  await fourth.getByLabel('Your limit').fill(other.own);
  await fourth.getByRole('button').click();
  await expect
    .poll(() => Object.fromEntries(new URL(page.url()).searchParams))
    .toEqual({ r3: third.own, r4: other.own });
  await expect(page.locator('#reading-3 .reading-result .result')).toHaveText(third.is);
  await expect(fourth.locator('.reading-result .result')).toHaveText(other.is);
  await expect(page.locator('.claim-head .readings-sign')).toContainText(
    readingsHold(claim, third.more + other.more),
  );
});

test('the title says the verdict that the page shows, with own limits too', async ({ page }) => {
  // A country cannot be among the first 0 per cent.
  await page.goto('/claims/early-relations?r1=0');
  const verdict = await page.locator('.claim-head .verdict strong').textContent();
  expect(verdict).toMatch(/^Does not hold/);
  expect(await page.title()).toContain(`: ${verdict}`);
});

for (const [address, name] of [
  ['/claims/share-stolen?r2=abc', 'r2'],
  ['/claims/share-stolen?r3=4&r3=5', 'r3'],
  ['/claims/share-stolen?r3=1e999', 'r3'],
] as const)
  test(`${address} is read as if ${name} were not there, and says so`, async ({
    page,
    request,
  }) => {
    const claim = await claimOf(request, 'share-stolen');
    const response = await page.goto(address);
    expect(response?.status()).toBe(200);
    await expect(
      page.getByText(`Left out of the address, because it could not be read: ${name}.`),
    ).toBeVisible();
    await expect(page.locator('.own-limits')).toHaveCount(0);
    await expect(page.locator('.claim-head .readings-sign')).toContainText(readingsHold(claim));
  });

test('a limit for a reading that has none is named as left out', async ({ page }) => {
  await page.goto('/claims/share-stolen?r9=4');
  await expect(page.getByText('could not be read: r9.')).toBeVisible();
  await expect(page.locator('.own-limits')).toHaveCount(0);
});
