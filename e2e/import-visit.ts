import { expect, type Page } from '@playwright/test';

/** What a person does on /import. */

export async function openImport(page: Page, query = ''): Promise<void> {
  await page.goto(`/import${query}`);
  await expect(page.getByLabel('CSV files, or a ZIP of them')).toBeVisible();
}

export type Given = { name: string; text: string | Buffer };

export async function give(page: Page, ...files: Given[]): Promise<void> {
  await page
    .getByLabel('CSV files, or a ZIP of them')
    .setInputFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })),
    );
}

export const whatWasRead = (page: Page) => page.getByRole('region', { name: 'What was read' });

export async function fact(page: Page, name: string): Promise<string> {
  const term = page.locator('.found dt', { hasText: new RegExp(`^${name}$`) });
  await expect(term).toBeVisible();
  return (await term.locator('xpath=following-sibling::dd[1]').allTextContents()).join().trim();
}

/** The chart's numbers, by period, newest first: as the page's own table shows them. */
export async function numbers(page: Page): Promise<Record<string, string[]>> {
  const details = page.locator('details', { hasText: 'The numbers as a table' }).last();
  await expect(details).toBeVisible();
  await details.evaluate((element: HTMLDetailsElement) => {
    element.open = true;
  });
  await expect(details.locator('tbody tr').first()).toBeVisible();
  const lines = await details
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
    );
  return Object.fromEntries(lines.map(([name = '', ...cells]) => [name, cells]));
}

export const columnsOf = (page: Page): Promise<string[]> =>
  page.locator('.charts details thead th').allInnerTexts();

export const chartMarks = (page: Page) =>
  page.locator('.chart-drawing-wide svg').first().locator('[data-mark]');
