import { expect, type Page, test } from '@playwright/test';
import { comeTo, figures } from './live-charts';
import { faultsOf, hydrated } from './visit';

/** What the buttons of a page pass on, also after a reader has chosen at the live chart. */

const PATH = '/tables/trade-by-partner';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openShare(page: Page): Promise<void> {
  await page.goto(`${PATH}?time=2015..latest`);
  await hydrated(page);
  await page.locator('.share summary').click();
}

/** Takes one series away; returns the address that then has the view. */
async function chooseLive(page: Page): Promise<string> {
  const figure = figures(page).first();
  await comeTo(figure);
  await figure.locator('[data-series]').first().click();
  await expect(page).toHaveURL(/[?&]hide=/);
  return page.url();
}

test('Copy link copies what a reader has chosen at the live chart', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const faults = faultsOf(page);
  await openShare(page);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const before = page.url();
  await button(page, 'Copy link').click();
  await expect(page.locator('.share [role=status]')).toHaveText('Copied.');
  await expect.poll(copied).toBe(before);
  const chosen = await chooseLive(page);
  expect(chosen).not.toBe(before);
  await button(page, 'Copy link').click();
  await expect.poll(copied).toBe(chosen);
  await button(page, 'Copy link to this state').click();
  await expect.poll(copied).toMatch(/&v=[0-9a-f]{10}$/);
  expect((await copied()).replace(/&v=.*/, '')).toBe(chosen);
  await page.goBack();
  await expect(page).toHaveURL(before);
  await button(page, 'Copy link').click();
  await expect.poll(copied).toBe(before);
  expect(faults).toEqual([]);
});

test('the system’s share sheet gets the title and the view, where there is one', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: (given: ShareData) => {
        document.documentElement.dataset.shared = JSON.stringify(given);
        // As where the reader closes the sheet.
        return Promise.reject(new DOMException('closed', 'AbortError'));
      },
    });
  });
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await openShare(page);
  const shared = async () =>
    JSON.parse((await page.locator('html').getAttribute('data-shared')) ?? '{}');
  await button(page, 'Share …').click();
  await expect.poll(shared).toEqual({ title: expect.stringMatching(/./), url: page.url() });
  const chosen = await chooseLive(page);
  await button(page, 'Share …').click();
  await expect.poll(async () => (await shared()).url).toBe(chosen);
  expect(faults).toEqual([]);
});

test('no share button stands where there is no sheet', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'share');
  });
  await openShare(page);
  await expect(button(page, 'Copy link')).toBeVisible();
  await expect(button(page, 'Share …')).toHaveCount(0);
});
