import { expect, test } from '@playwright/test';
import { comeNearNothing, hydrated } from './visit';

test.describe.configure({ mode: 'parallel' });

const NAME = '<a class="site-name" href="/">Claimline</a>';

/** What came in the page and not in React's data, in the page as it came and as it stands. */
const contents = (html: string) =>
  [new DOMParser().parseFromString(html, 'text/html'), document].map((one) =>
    [...one.querySelectorAll('[data-still]')].map(({ textContent }) => textContent),
  );

for (const address of ['/', '/claims/share-stolen', '/tables/events', '/method'])
  test(`${address} keeps its content where React draws the page anew`, async ({
    page,
    request,
  }) => {
    const html = await (await request.get(address)).text();
    expect(html).toContain(NAME);
    // As a translator does that is faster than our script: React meets other words than its own.
    const body = html.replace(NAME, NAME.replace('Claimline', 'Ligne'));
    // A chart that comes alive takes the place of its picture.
    await comeNearNothing(page);
    await page.route(/\/[^.]*$/, (route) => route.fulfill({ body, contentType: 'text/html' }));
    await page.goto(address);
    await expect(page.locator('.site-name')).toHaveText('Claimline');
    await hydrated(page);
    const [came, stands] = await page.evaluate(contents, html);
    expect(came?.join('').length).toBeGreaterThan(1000);
    expect(stands).toEqual(came);
  });
