import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expectAccessible } from './axe';
import { exportsTo, owid, statcan, unknown, wide, writeLarge } from './import-files';
import { chartMarks, give, numbers, openImport, whatWasRead } from './import-visit';
import { overflow } from './layout';
import { openAll } from './visit';

test.describe.configure({ mode: 'parallel', timeout: 120_000 });

const given = { name: 'given.csv', text: statcan() };

test('without script the page says what it needs it for, and what can be done instead', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/import');
  const said = page.locator('main .notice');
  await expect(said).toBeVisible();
  await expect(said.locator('p').first()).toContainText('needs JavaScript');
  await expect(said.locator('a[href="/chart"]')).toBeVisible();
  await expect(said.locator('a[href="/tables"]')).toBeVisible();
  await expect(page.locator('main button, main input')).toHaveCount(0);
  await context.close();
});

test('nothing leaves the machine', async ({ page }) => {
  const asked: { method: string; path: string; body: boolean }[] = [];
  await openImport(page);
  page.on('request', (request) => {
    if (!request.url().startsWith('http')) return;
    const path = new URL(request.url()).pathname;
    asked.push({ method: request.method(), path, body: request.postData() !== null });
  });
  await give(page, { name: 'secret-name.csv', text: statcan() });
  await expect(chartMarks(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  await page.getByRole('button', { name: 'Copy a link that carries the figures' }).click();
  await expect(page.getByLabel('Address')).toHaveValue(/#name=secret-name&csv=/);
  const foreign = asked.filter(
    ({ method, path, body }) => method !== 'GET' || body || !path.startsWith('/_next/static/'),
  );
  expect(asked.length).toBeGreaterThan(0);
  expect(foreign).toEqual([]);
});

test('a draft outlives a reload, and is kept, opened and deleted', async ({ page }) => {
  await openImport(page);
  await give(page, given);
  await page.getByLabel('Units').selectOption('index');
  await page.getByLabel('Name').fill('My exports');
  const before = await numbers(page);
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  await expect(page.getByRole('button', { name: 'Open My exports' })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Units')).toHaveValue('index');
  expect(await numbers(page)).toEqual(before);
  await page.getByRole('button', { name: 'Start anew' }).click();
  await expect(whatWasRead(page)).toHaveCount(0);
  await page.reload();
  await page.getByRole('button', { name: 'Open My exports' }).click();
  await expect(page.getByLabel('Units')).toHaveValue('index');
  expect(await numbers(page)).toEqual(before);
  await page.getByRole('button', { name: 'Delete My exports' }).click();
  await expect(page.getByText('Deleted My exports.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Open My exports' })).toHaveCount(0);
});

async function download(page: Page, button: string | RegExp): Promise<Buffer> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await saving).path());
}

test('the tidy CSV with its descriptor imports again to the same figures', async ({ page }) => {
  await openImport(page);
  await give(page, given);
  const before = await numbers(page);
  const zip = await download(page, /^Tidy CSV with descriptor, ZIP: the 2 series shown/);
  const files = unzipSync(zip);
  const descriptor = JSON.parse(Buffer.from(files['datapackage.json'] ?? '').toString());
  const [resource] = descriptor.resources;
  const csv = Buffer.from(files[resource.path] ?? '').toString();
  expect(csv.split('\n')[0]).toBe(
    resource.schema.fields.map(({ name }: { name: string }) => name).join(','),
  );
  expect(csv).toContain(
    `2020,Canada,Export,China,VALUE,Dollars,1000000,${exportsTo('China', 2020)},`,
  );
  await give(page, { name: 'again.zip', text: zip });
  await expect(page.getByText('Claimline’s own form').first()).toBeVisible();
  expect(await numbers(page)).toEqual(before);
});

test('text that a spreadsheet would run is guarded on its way out, numbers are not', async ({
  page,
}) => {
  await openImport(page);
  const text = 'period,who,value\n2019,=1+1,-5\n2020,=1+1,-6.5\n';
  await give(page, { name: 'formula.csv', text });
  await expect(page.locator('.problem-list')).toContainText('would run this as a formula');
  const csv = (await download(page, /^Tidy CSV alone/)).toString();
  expect(csv).toContain("2019,'=1+1,value,,1,-5,");
  expect(csv).toContain("2020,'=1+1,value,,1,-6.5,");
});

test('a link carries figures and view to a fresh browser', async ({ page, browser }) => {
  await openImport(page);
  await give(page, given);
  await page.getByLabel('Units').selectOption('index');
  const before = await numbers(page);
  await page.getByRole('button', { name: 'Copy a link that carries the figures' }).click();
  const address = await page.getByLabel('Address').inputValue();
  const context = await browser.newContext();
  const fresh = await context.newPage();
  await fresh.goto(address);
  await expect(fresh.getByText('These figures came with the address')).toBeVisible();
  await expect(fresh.getByLabel('Units')).toHaveValue('index');
  expect(await numbers(fresh)).toEqual(before);
  const other = await context.newPage();
  await other.goto(`${address.slice(0, -30)}`);
  await expect(other.locator('.notice[role=alert]')).toContainText('probably cut on its way');
  await context.close();
});

test('a link that is opened where the page is already open is read', async ({ page }) => {
  await openImport(page);
  await give(page, given);
  await expect(chartMarks(page).first()).toBeVisible();
  const before = await numbers(page);
  await page.getByRole('button', { name: 'Copy a link that carries the figures' }).click();
  const { hash } = new URL(await page.getByLabel('Address').inputValue());
  await page.getByRole('button', { name: 'Start anew' }).click();
  await expect(page.locator('.charts')).toHaveCount(0);
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await expect(page.getByText('These figures came with the address')).toBeVisible();
  expect(await numbers(page)).toEqual(before);
});

test('figures too many for a link say so', async ({ page }) => {
  const rows = Array.from({ length: 9_000 }, (_, at) => `${1000 + at},${Math.sin(at)}`);
  await openImport(page);
  await give(page, { name: 'long.csv', text: `period,value\n${rows.join('\n')}` });
  await expect(page.getByText('has 9,000 figures in these years')).toBeVisible();
  await page.getByRole('button', { name: 'Copy a link that carries the figures' }).click();
  await expect(page.getByText(/^Too large for a link: the 9,000 figures/)).toBeVisible();
  await expect(page.getByLabel('Address')).toHaveCount(0);
});

for (const [width, drawn] of [
  [360, /share-stolen\.svg\?size=narrow$/],
  [1440, /share-stolen\.svg$/],
] as const)
  test(`a claim’s chart has a size to read and moves nothing when it comes, ${width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/claims\/[^/]+\.svg/, async (route) => {
      await released;
      await route.continue();
    });
    await openImport(page, '?claim=share-stolen');
    await give(page, { name: 'given.csv', text: owid() });
    const picture = page.locator('.claim-beside img');
    await picture.scrollIntoViewIfNeeded();
    const room = () => picture.evaluate((image) => image.getBoundingClientRect().height);
    const kept = await room();
    expect(kept).toBeGreaterThan(200);
    release();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalHeight))
      .toBeGreaterThan(0);
    expect(await room()).toBeCloseTo(kept, 0);
    expect(await picture.evaluate((image: HTMLImageElement) => image.currentSrc)).toMatch(drawn);
  });

test('a series of ours beside it keeps to the rules on units and bases', async ({ page }) => {
  await openImport(page, '?claim=share-stolen');
  await give(page, { name: 'given.csv', text: owid() });
  await expect(page.locator('.claim-beside blockquote')).toContainText('market share was stolen');
  await page.getByLabel('Table').selectOption('ev-share');
  await page.getByRole('combobox', { name: 'Series' }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Add to the chart' }).click();
  const refusal = page.locator('.charts .notice');
  await expect(refusal).toContainText('cannot share an axis');
  await refusal.getByRole('button', { name: 'Draw each on an axis of its own' }).click();
  await expect(refusal).toHaveCount(0);
  await expect(page.locator('.charts figure.chart')).toHaveCount(3);
});

test('50 MB are read while the page answers, or cancelled on the way', async ({ page }) => {
  const path = join(tmpdir(), `claimline-${process.pid}.csv`);
  const rows = await writeLarge(path, 50_000_000);
  await openImport(page);
  await give(page, given);
  const before = await numbers(page);
  const input = page.getByLabel('CSV files, or a ZIP of them');
  await input.setInputFiles(path);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Reading was cancelled. Nothing changed.')).toBeVisible();
  expect(await numbers(page)).toEqual(before);

  await page.getByText('The numbers as a table').click();
  await page.evaluate(() => {
    const counted = Object.assign(window, { beats: 0 });
    const beat = () => {
      if (document.querySelector('.busy')) counted.beats += 1;
      setTimeout(beat, 20);
    };
    beat();
  });
  await input.setInputFiles(path);
  await expect(page.getByText(`${rows.toLocaleString('en-CA')} figures`).first()).toBeVisible({
    timeout: 90_000,
  });
  // A page that read by itself would have hardly a beat of its own until the end.
  const beats = await page.evaluate(() => (window as unknown as { beats: number }).beats);
  expect(beats).toBeGreaterThan(10);
  await rm(path);
  await expect(chartMarks(page)).toHaveCount(4);
  // Thousands of cells: a closed table has none of them, an open one a page of them.
  await expect(page.locator('.charts tbody tr')).toHaveCount(0);
  const first = Object.keys(await numbers(page));
  expect(first).toHaveLength(100);
  await expect(page.getByText('Lines 1 to 100 of 1,440, newest first')).toBeVisible();
  await page.getByRole('button', { name: 'Older' }).click();
  await expect(page.getByText('Lines 101 to 200 of 1,440, newest first')).toBeVisible();
  const second = Object.keys(await numbers(page));
  expect(new Set([...first, ...second]).size).toBe(200);
  // All of the page: no list and no table in it grows with the file.
  expect(await page.locator('tr').count()).toBeLessThan(200);
  expect(await page.locator('.own-series li').count()).toBeLessThanOrEqual(50);
  expect(await page.locator('main *').count()).toBeLessThan(3_000);
});

const states: [string, (page: Page) => Promise<void>][] = [
  ['empty', async () => {}],
  ['read', async (page) => give(page, given)],
  ['asking for columns', async (page) => give(page, { name: 'unknown.csv', text: unknown() })],
  ['mapped by hand', async (page) => give(page, { name: 'wide.tsv', text: wide() })],
];

for (const [state, reach] of states)
  test(`${state}: no fault that axe finds, light or dark, no scroll at 360 px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openImport(page);
    await reach(page);
    if (state !== 'empty') await expect(page.locator('.found')).toBeVisible();
    if (state === 'read') await expect(chartMarks(page).first()).toBeAttached();
    await openAll(page);
    if (state === 'read') await expect(page.locator('.charts tbody tr').first()).toBeVisible();
    await expectAccessible(page);
    expect(await overflow(page)).toEqual([]);
  });
