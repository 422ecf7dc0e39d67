import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { claims } from './data';
import { decoded, hrefs, read, words } from './html';
import { SERIES } from './kinds';
import { faultsOf } from './visit';

/** Charts in other pages, and links that people pass on. */

/** A page of somebody else, on another origin, with one of our pages in a frame. */
let host: Server;
let framed = '';
let hostUrl = '';

test.beforeAll(async () => {
  host = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><title>Host</title><body>${framed}</body>`);
  });
  await new Promise<void>((resolve) => {
    host.listen(0, '127.0.0.1', resolve);
  });
  hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
});

test.afterAll(() => {
  host.close();
});

/** The snippet of the page, as it would be pasted, but for the server that is tested. */
const here = (html: string, baseURL: string | undefined) =>
  html.replaceAll('http://localhost:3000', baseURL ?? '');

for (const javaScriptEnabled of [true, false])
  test(`a claim’s chart stands in a page of another origin, ${javaScriptEnabled ? 'as tall as it is' : 'without script too'}`, async ({
    browser,
    baseURL,
    request,
  }) => {
    const page = await browser.newPage({ javaScriptEnabled });
    const html = await (await request.get('/claims/share-stolen')).text();
    const snippet = decoded(/<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '');
    expect(snippet).toMatch(/^<iframe src="[^"]+\/embed\/claims\/share-stolen" title="/);
    framed = here(snippet, baseURL);
    await page.goto(hostUrl);
    const inside = page.frameLocator('iframe');
    await expect(inside.locator('h1')).toHaveText(/Canada’s share/);
    await expect(inside.locator('svg.chart-wide [data-mark]').first()).toBeVisible();
    await expect(inside.locator('.source-line')).toContainText('Source');
    await expect(inside.locator('header, nav, .site-footer')).toHaveCount(0);
    await expect(inside.getByRole('link', { name: /on Claimline/ })).toHaveAttribute(
      'href',
      '/claims/share-stolen',
    );
    if (javaScriptEnabled) {
      const frame = page.locator('iframe');
      const heights = async () => {
        const wanted = await inside.locator('html').evaluate((root) => root.scrollHeight);
        return [await frame.evaluate((element) => element.clientHeight), wanted];
      };
      await expect
        .poll(async () => {
          const [given = 0, wanted = 0] = await heights();
          return given > 300 && Math.abs(given - wanted) <= 1;
        })
        .toBe(true);
      // Narrower, and so taller or lower: the page tells again.
      const before = (await heights())[0];
      await page.setViewportSize({ width: 400, height: 800 });
      await expect.poll(async () => (await heights())[0]).not.toBe(before);
    }
    await page.close();
  });

test('a page that is no embed does not let itself be framed', async ({ page, baseURL }) => {
  const loaded: string[] = [];
  page.on('framenavigated', (frame) => loaded.push(frame.url()));
  framed = `<iframe src="${baseURL}/claims/share-stolen"></iframe>`;
  await page.goto(hostUrl);
  // That every other address says so too, the tests of policies hold.
  await expect.poll(() => loaded.some((url) => url.startsWith('chrome-error:'))).toBe(true);
  await expect(page.frameLocator('iframe').locator('main')).toHaveCount(0);
});

test('an embed shows the very view, holds to its policy and leads back', async ({ page }) => {
  const faults = faultsOf(page);
  const href = `/embed/chart?series=${SERIES}&freq=year&time=2015..2024&units=index`;
  await page.goto(href);
  await expect(page.locator('.chart-subtitle')).toContainText('index, 2000 = 100');
  await expect(page.locator('.chart-notes').first()).toContainText('15 before 2015');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('link', { name: /on Claimline/ })).toHaveAttribute(
    'href',
    `/chart?time=2015..2024&series=${SERIES}&units=index&freq=year`,
  );
  const font = await page.locator('h1').evaluate((element) => getComputedStyle(element).fontFamily);
  expect(font).toContain('Source Serif 4');
  // `check` would say yes to a font that nobody has declared.
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].flatMap(({ family, status }) =>
      status === 'loaded' ? [family.replaceAll('"', '')] : [],
    );
  });
  expect([...new Set(loaded)].sort()).toEqual(['Inter', 'Source Serif 4']);
  expect(faults).toEqual([]);
});

test('every chart of every claim can be embedded', async ({ request }) => {
  for (const { id, charts } of claims)
    for (const [index] of charts.entries()) {
      const response = await request.get(`/embed/claims/${id}?chart=${index + 1}`);
      expect(response.status()).toBe(200);
      expect(await response.text()).toContain(`data-mark`);
    }
  for (const [address, status] of [
    ['/embed/claims/no-such-claim', 404],
    ['/embed/claims/share-stolen?chart=99', 404],
    ['/embed/claims/share-stolen?chart=__proto__', 404],
    ['/embed/no-such-file', 404],
    ['/embed/chart', 200],
    ['/embed/tables/ev-prices?time=2018..latest', 200],
    ['/embed/tables/sources', 200],
    ['/embed/tables/no-such-table', 404],
    ['/embed/chart?series=%3Cscript%3Ealert(1)%3C/script%3E', 200],
  ] as const)
    expect((await request.get(address)).status(), address).toBe(status);
});

test('oEmbed is found from a page and answers with a frame that is there', async ({ request }) => {
  for (const address of [
    '/claims/share-stolen',
    '/tables/ev-prices?units=pch',
    `/chart?series=${SERIES}&scale=log`,
  ]) {
    const html = await (await request.get(address)).text();
    const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/.exec(html);
    const response = await request.get(`${decoded(link?.[1] ?? '')}&maxwidth=500`);
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toContain('application/json');
    const answer = await response.json();
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 500 });
    expect(answer.height).toBeGreaterThan(200);
    const src = new URL(decoded(/src="([^"]*)"/.exec(answer.html)?.[1] ?? ''));
    expect(src.pathname + src.search).toBe(`/embed${address}`);
    for (const part of [src, new URL(answer.thumbnail_url)])
      expect((await request.get(part.pathname + part.search)).status(), part.href).toBe(200);
  }
});

test('an oEmbed answer is one frame, whatever the address holds that it is asked for', async ({
  page,
  request,
}) => {
  await page.goto('/method');
  for (const [name, text] of [
    ['series', '"><script>ran = 1</script><iframe src="'],
    ['time', "'><img src=x onerror='ran = 1'>"],
    ['base', '"onload="ran=1" x="'],
    ['v', 'javascript:ran=1'],
  ] as const) {
    const url = new URL('http://localhost:3000/chart');
    url.searchParams.set(name, text);
    const response = await request.get(`/oembed?${new URLSearchParams({ url: url.href })}`);
    const { html } = await response.json();
    const found = await page.evaluate((given) => {
      const { body } = new DOMParser().parseFromString(given, 'text/html');
      const frame = body.querySelector('iframe');
      return {
        elements: [...body.querySelectorAll('*')].map(({ tagName }) => tagName),
        attributes: frame?.getAttributeNames(),
        src: frame?.getAttribute('src'),
      };
    }, html);
    expect(found.elements, text).toEqual(['IFRAME']);
    expect(found.attributes, text).toEqual(['src', 'title', 'loading', 'style', 'allow']);
    expect(found.src, text).toMatch(/^http:\/\/localhost:3000\/embed\/chart(\?|$)/);
  }
});

test('oEmbed says what it cannot do', async ({ request }) => {
  const status = async (query: Record<string, string>) =>
    (await request.get(`/oembed?${new URLSearchParams(query)}`)).status();
  const url = 'http://localhost:3000/claims/share-stolen';
  expect(await status({ url, format: 'json' })).toBe(200);
  expect(await status({ url, format: 'xml' })).toBe(501);
  expect(await status({})).toBe(400);
  expect(await status({ url: 'http://elsewhere.example/claims/share-stolen' })).toBe(404);
  expect(await status({ url: 'http://localhost:3000/claims/no-such-claim' })).toBe(404);
  expect(await status({ url: 'http://localhost:3000/claims/share-stolen?chart=2&time=x' })).toBe(
    200,
  );
});

test('without script the links are there and no button that does nothing', async ({ request }) => {
  const page = await read(request, '/claims/share-stolen');
  expect(page.querySelectorAll('.share a').length).toBe(4);
  expect(page.querySelectorAll('.share button')).toEqual([]);
  const links = hrefs(page, 'a');
  expect(links).toContain('/claims/share-stolen.png');
  expect(links).toContain('/claims/share-stolen.svg?chart=2');
});

for (const [path, query] of [
  ['/claims/share-stolen', 'time=2018..latest'],
  ['/tables/ev-prices', 'units=pch'],
  ['/chart', `series=${SERIES}`],
] as const)
  test(`${path} opened for another state of the data says that it is unknown`, async ({
    request,
  }) => {
    const page = await read(request, `${path}?${query}&v=0123456789`);
    const notice = page
      .querySelectorAll('.notice')
      .find(({ textContent }) => textContent.includes('0123456789'));
    if (!notice) throw new Error('no notice');
    expect(words(notice)).toContain('which is unknown here');
    const hrefOf = (text: string) =>
      notice
        .querySelectorAll('a')
        .find((link) => words(link).includes(text))
        ?.getAttribute('href') ?? '';
    expect(hrefOf('with the newest data')).toBe(`${path}?${query}`);
    const shown = hrefOf('The state shown here');
    expect(shown).toMatch(/&v=[0-9a-f]{10}$/);
    const known = await read(request, shown);
    expect(words(known, 'main')).toContain('as they were when this link was made');
    expect(known.querySelectorAll('.notice')).toEqual([]);
  });
