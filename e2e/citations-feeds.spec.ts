import { expect, type Page, test } from '@playwright/test';
import datapackage from '@/data/datapackage.json';
import { atom } from '@/lib/share/feed';
import { hostile } from '@/lib/share/work-fixture';
import { claims as allClaims, tableRows } from './data';

const claims = allClaims.map(({ id }) => `/claims/${id}`);
const tables = datapackage.resources.map(({ name }) => `/tables/${name}`);

/** An address as the site prints it, asked for at the server under test. */
const here = (url: string): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

async function jsonLdOf(page: Page, address: string): Promise<Record<string, unknown>> {
  await page.goto(address);
  const scripts = page.locator('script[type="application/ld+json"]');
  await expect(scripts).toHaveCount(1);
  return JSON.parse((await scripts.textContent()) ?? '');
}

/** The site's own addresses anywhere in the data, without fragments. */
function ownUrls(data: unknown, site: string): string[] {
  if (typeof data === 'string') return data.startsWith(`${site}/`) ? [here(data)] : [];
  if (data === null || typeof data !== 'object') return [];
  return Object.values(data).flatMap((value) => ownUrls(value, site));
}

test('JSON-LD of claims, tables and the dashboard leads to addresses that answer', async ({
  page,
  request,
}) => {
  const kinds: [string, string][] = [
    ['/claims/share-stolen', 'ClaimReview'],
    ['/tables/canola-seed-exports-monthly', 'Dataset'],
  ];
  const urls = new Set<string>();
  for (const [address, kind] of kinds) {
    const data = await jsonLdOf(page, address);
    expect(data['@type']).toBe(kind);
    const site = new URL(String(data.url)).origin;
    for (const url of ownUrls(data, site)) urls.add(url);
  }
  const { '@graph': graph } = await jsonLdOf(page, '/');
  const [site] = graph as { '@type': string; url: string }[];
  expect(site?.['@type']).toBe('WebSite');
  for (const url of ownUrls(graph, new URL(String(site?.url)).origin)) urls.add(url);
  expect(urls.size).toBeGreaterThan(tables.length);
  for (const url of urls) expect((await request.get(url)).status(), url).toBe(200);
});

test('JSON-LD rates with our limits, also where a reader has put another', async ({ page }) => {
  const ours = await jsonLdOf(page, '/claims/us-dependence');
  expect(await jsonLdOf(page, '/claims/us-dependence?r1=99')).toEqual(ours);
});

/** Reads XML as a browser does: a fault becomes an element `parsererror`. */
function parsedFeed(page: Page, xml: string) {
  return page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'application/xml');
    const all = (name: string) => [...document.querySelectorAll(`entry > ${name}`)];
    return {
      faults: document.querySelectorAll('parsererror').length,
      ids: all('id').map((one) => one.textContent),
      titles: all('title').map((one) => one.textContent),
      summaries: all('summary').map((one) => one.textContent ?? ''),
      links: all('link').map((one) => one.getAttribute('href') ?? ''),
    };
  }, xml);
}

test('/feed.xml is well-formed and lists each claim once, and each state of the data', async ({
  page,
  request,
}) => {
  const feed = await parsedFeed(page, await (await request.get('/feed.xml')).text());
  expect(feed.faults).toBe(0);
  const states = feed.ids.filter((id) => id?.includes(':revisions/'));
  expect(states.length).toBe(new Set(tableRows('revisions').map(({ revision }) => revision)).size);
  expect(new Set(feed.ids).size).toBe(claims.length + states.length);
  const answers = await Promise.all(feed.links.map((url) => request.get(here(url))));
  expect(answers.map((answer) => answer.status())).toEqual(feed.links.map(() => 200));
  const ofClaims = feed.summaries.filter((_, place) => feed.ids[place]?.includes(':claims/'));
  expect(ofClaims).toHaveLength(claims.length);
  for (const summary of ofClaims) expect(summary).toMatch(/ ways? to measure it\).*revision /s);
});

test('a feed of hostile text is read as that text', async ({ page }) => {
  const created = '2026-11-23T00:00:00Z';
  const state = { created, revision: 'abc123' };
  const text = { id: 'y', title: hostile };
  const claim = {
    id: 'x',
    quote: hostile,
    answer: hostile,
    topic: 'trade',
    held: 0,
    readings: 1,
    text,
  };
  const xml = atom({
    created,
    revisions: [],
    claims: [{ ...claim, ...state, verdict: 'does-not-hold' }],
  });
  const feed = await parsedFeed(page, xml);
  expect(feed.faults).toBe(0);
  expect(feed.titles).toEqual([`“${hostile}”: Does not hold`]);
});

test('every page names the feed in its head', async ({ page }) => {
  for (const address of ['/', '/claims/call-date', '/tables/events']) {
    await page.goto(address);
    await expect(page.locator('head link[type="application/atom+xml"]')).toHaveAttribute(
      'href',
      '/feed.xml',
    );
  }
});

test('/sitemap.xml lists every claim and table, /robots.txt names it', async ({ request }) => {
  const sitemap = await (await request.get('/sitemap.xml')).text();
  const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => here(match[1] ?? ''));
  expect(paths).toEqual(
    expect.arrayContaining([
      '/',
      '/tables',
      '/chart',
      '/tables/trade-by-partner/2024',
      ...claims,
      ...tables,
    ]),
  );
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toMatch(/^Sitemap: https?:\/\/.+\/sitemap\.xml$/m);
  for (const folder of ['/by/', '/csv/', '/files/', '/views/'])
    expect(robots).toContain(`Disallow: ${folder}`);
});

for (const [address, rows] of [
  ['/claims/call-date', /CSV of the 2 rows/],
  ['/tables/leader-call', /CSV of all 3 rows/],
] as const) {
  test(`${address} offers its files in one line, each there`, async ({ page, request }) => {
    await page.goto(address);
    const line = page.locator('.downloads').first();
    await expect(line).toContainText(rows);
    const hrefs = await line
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs).toContain(`${address}.zip`);
    for (const href of hrefs) expect((await request.get(href)).status(), href).toBe(200);
  });

  test(`${address} says how to cite and load it`, async ({ page, request }) => {
    await page.goto(address);
    const revision = (await page.locator('.site-footer code').textContent()) ?? '?';
    await page.getByText('Cite and load').click();
    const cite = page.locator('.cite');
    await expect(cite.locator('.citation')).toContainText(`revision ${revision}`);
    for (const file of ['bib', 'csl.json'])
      expect(await cite.textContent()).toContain(
        await (await request.get(`${address}.${file}`)).text(),
      );
    const lines = (await cite.locator('code').allTextContents()).join('\n');
    const urls = [...lines.matchAll(/\("(https?:[^"]+)"\)/g)].map((match) => match[1] ?? '');
    expect(urls).toHaveLength(3);
    for (const url of urls) {
      const answer = await request.get(here(url));
      expect(answer.status(), url).toBe(200);
      expect(answer.headers()['content-type']).toContain('text/csv');
    }
  });
}
