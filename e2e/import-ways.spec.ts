import { expect, type Page, test } from '@playwright/test';
import { axe } from './axe';
import { faulty, owid, statcan } from './import-files';
import { chartMarks, fact, give, numbers, openImport, whatWasRead } from './import-visit';

test.describe.configure({ mode: 'parallel', timeout: 120_000 });

test('pasted text is read as a file is', async ({ page }) => {
  await openImport(page);
  await give(page, { name: 'given.csv', text: owid() });
  const asFile = await numbers(page);
  await page.getByRole('button', { name: 'Start anew' }).click();
  await page.getByText('Paste a table instead').click();
  await page.getByRole('button', { name: 'Read the text' }).click();
  await expect(page.getByText('There is nothing to read yet.')).toBeVisible();
  await page.getByLabel('Text of a CSV').fill(owid());
  await page.getByRole('button', { name: 'Read the text' }).click();
  await expect(page.getByText('There is nothing to read yet.')).toHaveCount(0);
  expect(await fact(page, 'Format')).toBe('Our World in Data');
  expect(await numbers(page)).toEqual(asFile);
});

/** What a file manager sends when files are dragged over the page and let go. */
async function drag(page: Page, on: string, names: string[], text: string, events: string[]) {
  const carried = await page.evaluateHandle(
    ({ names, text }) => {
      const transfer = new DataTransfer();
      for (const name of names) transfer.items.add(new File([text], name, { type: 'text/csv' }));
      return transfer;
    },
    { names, text },
  );
  for (const event of events) await page.dispatchEvent(on, event, { dataTransfer: carried });
}

test('files dropped anywhere on the page are read', async ({ page }) => {
  await openImport(page);
  const names = ['first.csv', 'second.csv'];
  await drag(page, 'h1', names, statcan(), ['dragover']);
  await expect(page.getByText('Let go to read')).toBeVisible();
  await drag(page, 'h1', names, statcan(), ['drop']);
  await expect(page.getByText('Let go to read')).toHaveCount(0);
  for (const name of names)
    await expect(whatWasRead(page).locator('summary', { hasText: name })).toBeVisible();
  await expect(chartMarks(page).first()).toBeVisible();
});

test('the chart names the files of the series shown, and no others', async ({ page }) => {
  await openImport(page);
  await give(page, { name: 'first.csv', text: statcan() }, { name: 'second.csv', text: owid() });
  await expect(page.locator('.charts .source-line')).toHaveText('Figures: first.csv.');
});

test('a drag that leaves the window, or carries no file, asks for nothing', async ({ page }) => {
  await openImport(page);
  await drag(page, 'h1', ['first.csv'], statcan(), ['dragover', 'dragleave']);
  await expect(page.getByText('or drop them here')).toBeVisible();
  await drag(page, 'h1', [], '', ['dragover', 'drop']);
  await expect(page.getByText('or drop them here')).toBeVisible();
  await expect(whatWasRead(page)).toHaveCount(0);
});

test('a table of ours that cannot be fetched, or is none, says so, and is fetched when asked again', async ({
  page,
}) => {
  await openImport(page);
  await give(page, { name: 'given.csv', text: owid() });
  const before = await numbers(page);
  const table = '**/tables/ev-share.csv';
  await page.route(table, (route) => route.fulfill({ status: 503, body: '' }));
  await page.getByLabel('Table').selectOption('ev-share');
  const alert = page.locator('.beside [role=alert]');
  await expect(alert).toContainText('The table could not be fetched.');
  await page.unroute(table);
  await page.route(table, (route) => route.abort());
  const failed = page.waitForEvent('requestfailed');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await failed;
  await expect(alert).toContainText('The table could not be fetched.');
  expect(await numbers(page)).toEqual(before);
  await page.unroute(table);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('combobox', { name: 'Series' })).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test('forced colours keep lines, faults and the place for a drop apart from the page', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openImport(page);
  const style = (selector: string, name: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
  const canvas = await style('body', 'background-color');
  await drag(page, 'h1', ['first.csv'], statcan(), ['dragover']);
  await expect(page.locator('.give.over .pick')).toBeVisible();
  expect(await style('.give.over .pick', 'border-top-style')).toBe('solid');
  expect(await style('.give.over .pick', 'border-top-color')).not.toBe(canvas);
  await give(page, { name: 'faulty.csv', text: faulty() });
  await expect(chartMarks(page).first()).toBeVisible();
  expect(await style('.chart-drawing-wide path[data-mark]', 'stroke')).not.toBe(canvas);
  expect(await style('.faulty > :first-child', 'border-left-width')).toBe('3px');
  expect(await style('.cell-problem', 'color')).not.toBe(canvas);
  expect(await axe(page)).toEqual([]);
});
