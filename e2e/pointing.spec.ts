import { expect, test } from '@playwright/test';
import { comeTo, figures, openWhole } from './live-charts';

/** Four cars, several trims and sources a period: marks of a year and of a month share a place in time. */
const address = '/claims/chinese-ev-price';

/** The figure that a mark’s words end in. */
const figureIn = (words: string | null): string => (words ?? '').split(': ').at(-1) ?? '';

test('each mark is told by a pointer on it, and met by keys', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openWhole(page, address);
  const figure = figures(page).first();
  await comeTo(figure);
  await figure
    .locator('.live-picture')
    .evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const tooltip = figure.locator('.live-tooltip');
  const marks = await figure.locator('.live-picture [data-mark]:has(title)').all();
  expect(marks.length).toBeGreaterThan(20);
  const told = new Set<string>();
  for (const mark of marks) {
    const words = await mark.locator('title').textContent();
    const box = await mark.boundingBox();
    if (!box) throw new Error(`no place: ${words}`);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect(tooltip, words ?? '').toContainText(figureIn(words));
    told.add(figureIn(words));
  }
  await page.mouse.move(0, 0);
  const met = new Set<string>();
  await figure.locator('.live-keys').focus();
  await page.keyboard.press('Home');
  // The last stays where it is.
  for (let before = ''; before !== (await tooltip.textContent()); ) {
    before = (await tooltip.textContent()) ?? '';
    for (const value of await tooltip.locator('dd b').allTextContents()) met.add(value);
    await page.keyboard.press('ArrowRight');
  }
  expect([...told].filter((value) => !met.has(value))).toEqual([]);
});

test('a finding leaves its chart with the first series turned off, and comes back', async ({
  page,
}) => {
  await openWhole(page, '/claims/us-dependence');
  const figure = figures(page).first();
  await comeTo(figure);
  const title = figure.locator('.chart-title');
  const finding = (await title.textContent()) ?? '';
  const china = figure.getByRole('button', { name: 'China' });
  await china.click();
  await expect(title).toHaveText(/^Share of Canada’s goods exports, /);
  await expect(figure.getByText('Turned off: China.')).toBeVisible();
  await china.click();
  await expect(title).toHaveText(finding);
});
