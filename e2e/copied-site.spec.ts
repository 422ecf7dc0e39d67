import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { everyKind, SERIES } from './kinds';
import { rawGet } from './raw';
import { builtFolder, type Site, startSite } from './site-process';

/** A copy of the folder that the build makes: all that a server needs, and then less than that. */

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let folder = '';

test.beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'claimline-')));
  cpSync(builtFolder, folder, { recursive: true, dereference: true });
});

test.afterAll(() => rmSync(folder, { recursive: true }));

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const stable = major > 23 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
const PERMISSION = stable ? '--permission' : '--experimental-permission';

const writtenSince = (time: number): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => statSync(join(folder, file)).mtimeMs >= time,
  );

test('it reads nothing outside, and writes nothing though it might', async () => {
  const copied = Date.now();
  const flags = [PERMISSION, `--allow-fs-read=${folder}/*`, `--allow-fs-write=${folder}/*`];
  const site = await startSite({ folder, flags });
  try {
    for (const address of everyKind)
      expect((await fetch(site.base + address)).status, address).toBe(200);
    const page = await (await fetch(site.base)).text();
    for (const file of new Set(page.match(/\/_next\/static\/[^"\\]+\.(js|css|woff2)/g)))
      expect((await fetch(site.base + file)).status, file).toBe(200);
    for (const path of ['/..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '//etc/passwd'])
      expect([308, 400, 404], path).toContain((await rawGet(site.base, path)).status);
  } finally {
    await site.end();
  }
  expect(writtenSince(copied)).toEqual([]);
});

test.describe('without its data, and a part of its program', () => {
  const VIEW = '/claims/share-stolen?time=2018..latest';
  const TITLE = 'This page could not be shown';

  let site: Site;

  test.beforeAll(async () => {
    rmSync(join(folder, 'data/topics.json'));
    rmSync(join(folder, '.next/server/app/views/chart/page.js'));
    site = await startSite({ folder });
  });

  test.afterAll(() => site?.end());

  const look = (page: Page) =>
    page.evaluate(() => {
      const [body, title] = [document.body, document.querySelector('h1')].map((one) =>
        getComputedStyle(one ?? document.body),
      );
      return [body?.backgroundColor, body?.fontFamily, title?.fontFamily, title?.fontSize];
    });

  for (const javaScriptEnabled of [true, false])
    test(`a page that fails is whole and styled, script ${javaScriptEnabled}`, async ({
      browser,
    }) => {
      const page = await browser.newPage({ javaScriptEnabled });
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await page.goto(`${site.base}/no-such-page`);
      const usual = await look(page);
      said.length = 0;
      const response = await page.goto(site.base + VIEW);
      expect(response?.status()).toBe(500);
      expect(response?.headers()['cache-control']).toBe('no-store');
      await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
      expect(await page.title()).toContain(TITLE);
      expect(await look(page)).toEqual(usual);
      expect(await page.locator('script, style, [style]').count()).toBe(0);
      expect(said.filter((text) => !text.includes('the server responded with'))).toEqual([]);
      await page.getByRole('link', { name: 'Try again' }).click();
      await expect(page).toHaveURL(site.base + VIEW);
      await page.getByRole('link', { name: 'All claims' }).click();
      await expect(page.locator('.site-header')).toBeVisible();
      await page.close();
    });

  test('what a file or a part of the program cannot give is a word, and tells nothing of the server', async ({
    request,
  }) => {
    for (const path of [`/chart.svg?series=${SERIES}`, `/chart?series=${SERIES}`, '/embed/chart']) {
      const response = await request.get(site.base + path);
      expect(response.status(), path).toBe(500);
      expect(await response.text(), path).toBe('The fault is ours. Please try again.\n');
    }
    expect((await request.get(`${site.base}/health`)).status()).toBe(503);
    // What was built needs neither.
    for (const path of ['/', '/claims/share-stolen', '/claims/share-stolen.csv', '/tables'])
      expect((await request.get(site.base + path)).status(), path).toBe(200);
  });
});
