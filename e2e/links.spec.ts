import { type APIRequestContext, expect, test } from '@playwright/test';
import { claimPages, KINDS, tablePages } from './addresses';
import { tableRows } from './data';
import { type Sent, sent } from './html';
import { builtPages } from './kinds';
import { isWhole } from './matrix';

/** One walk over all addresses that a reader can reach from the first page by links. */

type Found = { status: number; type: string; page: Sent | null };

const origin = 'http://localhost';
const isInternal = (href: string) => new URL(href, origin).origin === origin;

async function fetched(request: APIRequestContext, address: string): Promise<Found> {
  const response = await request.get(address);
  const type = response.headers()['content-type'] ?? '';
  const page = type.startsWith('text/html') ? sent(await response.text()) : null;
  return { status: response.status(), type, page };
}

/** Views, and pictures that are drawn when asked for. */
const isDear = (address: string): boolean => address.includes('?') || address.endsWith('.png');

/** A view leads to further views without end: one step from a plain address is enough, and from one of each kind. */
const isFollowed = (from: string, to: string): boolean =>
  !isDear(to) || (!from.includes('?') && (isWhole(from) || KINDS.includes(from)));

async function walk(request: APIRequestContext): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const queue = ['/'];
  for (const address of queue) {
    if (found.has(address)) continue;
    const one = await fetched(request, address);
    found.set(address, one);
    for (const href of one.page?.hrefs ?? []) {
      if (!isInternal(href)) continue;
      const { pathname, search } = new URL(href, origin + address);
      const to = pathname + search;
      if (isFollowed(address, to)) queue.push(to);
    }
  }
  return found;
}

let found: Map<string, Found>;

test.beforeAll(async ({ playwright, baseURL }) => {
  test.setTimeout(180_000);
  const request = await playwright.request.newContext(baseURL ? { baseURL } : {});
  found = await walk(request);
  await request.dispose();
});

const links = () =>
  [...found].flatMap(([address, { page }]) =>
    (page?.hrefs ?? []).map((href) => ({ from: address, href })),
  );

test('every address that a page links to is there', () => {
  const broken = [...found].filter(([, { status }]) => status !== 200);
  const from = (address: string) => links().find(({ href }) => href.startsWith(address))?.from;
  expect(
    broken.map(([address, { status }]) => `${status} ${address} from ${from(address)}`),
  ).toEqual([]);
});

test('every page is reached from the first by links', () => {
  const wanted = [
    ...builtPages,
    ...[...claimPages, ...tablePages].map(({ address }) => `${address}.csv`),
    '/claims.csv',
    '/datapackage.json',
  ];
  expect(builtPages.length).toBeGreaterThan(100);
  expect(wanted.filter((address) => !found.has(address))).toEqual([]);
});

test('every fragment is the id of an element on the page that it leads to', () => {
  const dead = new Set<string>();
  let rows = 0;
  for (const { from, href } of links()) {
    if (!isInternal(href) || !href.includes('#')) continue;
    const { pathname, search, hash } = new URL(href, origin + from);
    const to = pathname + search;
    if (!found.has(to) && !isFollowed(from, to)) continue;
    const ids = found.get(to)?.page?.ids;
    // As a browser does: first as it is written, then decoded.
    const fragment = hash.slice(1);
    if (!ids?.has(fragment) && !ids?.has(decodeURIComponent(fragment)))
      dead.add(`${href} from ${from}`);
    if (pathname.startsWith('/tables/')) rows += 1;
  }
  expect([...dead]).toEqual([]);
  expect(rows).toBeGreaterThan(5000);
});

test('every figure in a table of a claim leads to a row, but for the nought of a month without one', () => {
  for (const { address } of claimPages) {
    const html = found.get(address)?.page?.html ?? '';
    const section = html.slice(html.indexOf('id="data"'), html.indexOf('class="history"'));
    const cells = [...section.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = '']) => cell);
    const figures = cells.filter((cell) => cell !== '');
    expect(figures.length, address).toBeGreaterThan(0);
    expect(
      figures.filter((cell) => cell !== '0' && !/^<a href="\/tables\/[^"]+#[^"]+">/.test(cell)),
      address,
    ).toEqual([]);
  }
});

test('every source leads to its row, and from there to where it was found', () => {
  const sources = new Map(tableRows('sources').map((row) => [row.source_id ?? '', row.url ?? '']));
  const parts = ['canola', 'ev', 'other', 'trade'].map(
    (topic) => found.get(`/tables/sources/${topic}`)?.page,
  );
  const ids = new Set(parts.flatMap((part) => [...(part?.ids ?? [])]));
  const used = links().flatMap(({ href }) =>
    href.startsWith('/tables/sources/') && href.includes('#')
      ? [decodeURIComponent(href.slice(href.indexOf('#') + 1))]
      : [],
  );
  expect(new Set(used).size).toBeGreaterThan(100);
  expect([...new Set(used)].filter((id) => !sources.has(id) || !ids.has(id))).toEqual([]);

  const hrefs = new Set(parts.flatMap((part) => part?.hrefs ?? []));
  const urls = [...sources.values()].filter((url) => url !== '');
  const whole = (url: string) => (/^https?:/.test(url) ? url : `https://${url}`);
  expect(urls.filter((url) => !hrefs.has(whole(url)))).toEqual([]);
});

test('every link to another site is http or https, and none is empty', () => {
  const wrong = links().filter(({ href }) => {
    if (href.trim() === '' || href === '#') return true;
    if (isInternal(href)) return false;
    const { protocol, hostname } = new URL(href);
    return !/^https?:$/.test(protocol) || !hostname.includes('.');
  });
  expect(wrong).toEqual([]);
  expect(links().some(({ href }) => !isInternal(href))).toBe(true);
});

test('every form leads to a page that is there', () => {
  let forms = 0;
  for (const { page } of found.values())
    for (const [, action = ''] of page?.html.matchAll(/<form\b[^>]*\saction="([^"]*)"/g) ?? []) {
      forms += 1;
      const { pathname, hash } = new URL(action, origin);
      const target = found.get(pathname);
      expect(target?.status, action).toBe(200);
      if (hash !== '') expect(target?.page?.ids.has(hash.slice(1)), action).toBe(true);
    }
  expect(forms).toBeGreaterThan(10);
});
