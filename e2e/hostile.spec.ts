import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { everyKind, SERIES } from './kinds';
import { rotated, samples } from './matrix';
import { type RawAnswer, raw, rawGet } from './raw';

/** Whatever an address, a parameter or a header holds, the server answers, soon, and says nothing back unescaped. */

const MARK = '%3Czq%20a=%22%27onzq=%22%3E';

const VALUES = [
  MARK,
  '%3Cscript%3Ezq%3C/script%3E',
  '%3C!--%3Cscript%3E',
  'x'.repeat(7000),
  '',
  '%20',
  '+',
  '%',
  '%zz',
  '%E0%A4%A',
  '%ED%A0%80',
  '%FF%FE',
  'é€𝄞',
  '%F0%9D%84%9E%E2%80%AE',
  '%00',
  '%01%1F%7F',
  '%0d%0aX-Injected:%201',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/package.json',
  '..%5c..%5c',
  '__proto__',
  'constructor',
  'toString',
  '[object%20Object]',
  '1e308',
  '-1e999',
  '999999999999999999999999',
  '-0',
  'NaN',
  '0000..9999',
  '9999..0001',
  '2024-13..2024-99',
  'earliest..latest',
  '1000-01-01..9999-12-31',
  `${SERIES}~`.repeat(12),
  '~'.repeat(2000),
  'http://localhost:3000/claims/../../etc',
  `http%3A%2F%2Flocalhost%3A3000%2Fchart%3Fseries%3D${MARK}`,
  '//evil.example',
  '%24%7Bzq%7D%7B%7B7*7%7D%7D',
];

const NAMES = [
  ...['time', 'series', 'units', 'base', 'scale', 'currency', 'freq', 'form', 'tab', 'v', 'q'],
  ...['from', 'to', 'r1', 'r9', 'size', 'chart', 'density', 'csvType', 'url', 'maxwidth'],
  ...['format', 'maxheight', 'callback', 'claim', 'page', 'name', 'csv', 'topic', 'verdict'],
  ...['_rsc', 'time[]', 'series[a]', '__proto__', 'constructor', '%00', MARK],
];

const FILES = ['csv', 'json', 'metadata.json', 'csl.json', 'bib', 'zip', 'chart-1.json'];

const BASES = [
  ...new Set(
    [
      ...['/', '/tables', '/method', '/quality', '/import', '/feed.xml', '/sitemap.xml'],
      ...['/datapackage.json', '/tables/ev-prices.chart.json', '/embed/host.js', '/robots.txt'],
      ...FILES.map((ending) => `/claims/share-stolen.${ending}`),
      ...everyKind,
    ].map((address) => address.replace(/\?.*/, '')),
  ),
];

const PATHS = [
  ...['/', '/claims/', '/tables/', '/tables/trade-by-partner/', '/embed/', '/embed/claims/'],
  ...[
    '/import/',
    '/oembed/',
    '/chart/',
    '/claims/share-stolen.chart-',
    '/charts/claims/',
    '/fonts/',
  ],
  ...['/by/topic/', '/views/claims/', '/views/csv/tables/', '/files/claims/', '/csv/tables/'],
  ...[
    '/pictures/claims/share-stolen/',
    '/_next/',
    '/_next/static/',
    '/_next/data/',
    '/_next/image/',
  ],
];
const ENDINGS = ['', '.csv', '.zip', '.svg', '/x', '//', '?time=2015..2024'];

/** In one order whatever happens, so that a failure can be found again. */
const sample = <T>(arbitrary: fc.Arbitrary<T>, count: number): T[] =>
  fc.sample(arbitrary, { numRuns: count, seed: 20250601 });

const OK = new Set([200, 301, 302, 303, 304, 307, 308, 400, 404, 414]);

/** A file's name neither ends its header nor leaves its quotes. */
const NAMED = /^(inline|attachment); filename="[a-z0-9][a-z0-9._-]*"$/;

/** All that our answers say of themselves. */
const SAID = new Set([
  ...['content-type', 'content-length', 'content-encoding', 'content-disposition'],
  ...['content-security-policy', 'retry-after', 'transfer-encoding', 'keep-alive'],
  ...['strict-transport-security', 'x-content-type-options', 'x-frame-options', 'x-robots-tag'],
  ...['referrer-policy', 'permissions-policy', 'cross-origin-opener-policy', 'cache-control'],
  ...['access-control-allow-origin', 'etag', 'vary', 'location', 'allow'],
  ...['date', 'connection'],
  ...['x-nextjs-rewritten-path', 'x-nextjs-rewritten-query', 'x-nextjs-postponed'],
  ...['x-nextjs-prerender', 'x-nextjs-stale-time', 'x-nextjs-cache'],
]);

/** What a fault of the program would tell of it. */
const INNARDS = /node_modules|\.next\/|webpack|\bat .+:\d+:\d+|ENOENT|TypeError/;

const withoutScripts = (html: string): string =>
  html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '');

function checked(address: string, { status, headers, body }: RawAnswer): void {
  const about = `${status} ${address.slice(0, 200)}`;
  // What oEmbed asks of a format that is not spoken.
  const expected = address.startsWith('/oembed') ? new Set([...OK, 501]) : OK;
  expect(expected.has(status), about).toBe(true);
  expect(
    Object.keys(headers).filter((name) => !SAID.has(name)),
    about,
  ).toEqual([]);
  const named = headers['content-disposition'];
  if (named !== undefined) expect(named, about).toMatch(NAMED);
  if (headers.location) expect(headers.location, about).toMatch(/^\/(?!\/)/);
  expect(headers['x-content-type-options'], about).toBe('nosniff');
  if (status >= 400) expect(body, about).not.toMatch(INNARDS);
  if (!/html|xml|svg/.test(headers['content-type'] ?? '')) return;
  expect(body, about).not.toMatch(/<zq|<script>zq/i);
  expect(withoutScripts(body), about).not.toMatch(/["']onzq=/);
}

test.describe.configure({ timeout: 240_000 });

const MOST_MS = 1000;

/** On a busy machine a plain view, of about 30 ms, tells how busy it is. */
async function bound(base: string): Promise<number> {
  const { ms } = await rawGet(base, `/chart?series=${SERIES}&v=${Date.now()}`);
  return Math.max(MOST_MS, 20 * ms);
}

/** Whether it takes so long each time; each time at an address of its own, so that it is made anew. */
async function isSlow(base: string, address: string): Promise<boolean> {
  for (const time of [1, 2]) {
    const again = address + (address.includes('?') ? '&' : '?');
    if ((await rawGet(base, `${again}again=${time}`)).ms <= (await bound(base))) return false;
  }
  return true;
}

/** Asks one after the other; gives those that took too long. */
async function slowOf(base = '', addresses: string[]): Promise<string[]> {
  const slow: string[] = [];
  for (const address of addresses) {
    const answer = await rawGet(base, address);
    checked(address, answer);
    if (answer.ms > MOST_MS && (await isSlow(base, address))) slow.push(address);
  }
  return slow;
}

const parameter = fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...VALUES));
const view = fc
  .tuple(fc.constantFrom(...BASES), fc.array(parameter, { minLength: 1, maxLength: 4 }))
  .map(([base, all]) => `${base}?${all.map((pair) => pair.join('=')).join('&')}`);

test('any value of any parameter', async ({ baseURL }) => {
  expect(await slowOf(baseURL, sample(view, samples(250, 700)))).toEqual([]);
});

test('every value of a view’s parameters', async ({ baseURL }) => {
  const addresses = ['time', 'series', 'base', 'q'].flatMap((name) =>
    VALUES.map((value) => `/chart?${name}=${value}`),
  );
  expect(await slowOf(baseURL, addresses)).toEqual([]);
});

test('any path', async ({ baseURL }) => {
  const address = fc
    .tuple(fc.constantFrom(...PATHS), fc.constantFrom(...VALUES), fc.constantFrom(...ENDINGS))
    .map((parts) => parts.join(''));
  expect(await slowOf(baseURL, sample(address, samples(250, 700)))).toEqual([]);
});

test('any sequence of characters', async ({ baseURL }) => {
  const text = fc
    .string({ unit: 'binary', maxLength: 60 })
    .map((one) => one.replace(/[\r\n ]/g, ''));
  for (const part of sample(text, 200)) {
    const answer = await rawGet(baseURL ?? '', `/chart?series=${part}`);
    if (answer.status !== 400) checked(part, answer);
  }
});

test('ten thousand series, a thousand parameters, one parameter a thousand times', async ({
  baseURL,
}) => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `a${index}`).join('~');
  expect((await rawGet(baseURL ?? '', `/chart?series=${ids}`)).status).toBe(414);
  expect((await rawGet(baseURL ?? '', `/${'a'.repeat(300_000)}`)).status).toBe(414);
  const many = Array.from({ length: 1000 }, (_, index) => `k${index}=1`).join('&');
  const same = Array.from({ length: 1000 }, () => 'time=1').join('&');
  const addresses = BASES.flatMap((base, turn) =>
    rotated([many, same], turn).map((query) => `${base}?${query}`),
  );
  expect(await slowOf(baseURL, addresses)).toEqual([]);
});

const HEADERS = [
  'RSC: 1\r\nNext-Router-State-Tree: {{',
  `RSC: 1\r\nNext-Router-State-Tree: ${encodeURIComponent('[1,{"__proto__":[]}]')}`,
  'RSC: 1\r\nNext-Router-Prefetch: 1\r\nNext-Router-Segment-Prefetch: /../../etc/passwd',
  'RSC: 1\r\nNext-Router-Segment-Prefetch: /_tree',
  'RSC: 2',
  'Next-Action: abc',
  'Next-Url: //evil.example',
  'X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: javascript',
  'X-Middleware-Subrequest: proxy:proxy:proxy:proxy:proxy',
  'X-Matched-Path: /../../x\r\nX-Now-Route-Matches: 1=%2e',
  'X-Prerender-Revalidate: abc\r\nX-Prerender-Revalidate-If-Generated: 1',
  'Cookie: __prerender_bypass=x; __next_preview_data=y',
  'Range: bytes=0-1,2-3,-9999999999999',
  `If-None-Match: ${'"a",'.repeat(2000)}`,
  'If-Modified-Since: never',
  'Accept-Encoding: br;q=abc, gzip;q=, *;q=0',
  'Accept: text/x-component, */*;q=x',
  'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 0',
  "Content-Security-Policy: script-src 'nonce-x\"><zq>'",
  `X-Long: ${'x'.repeat(6000)}`,
  'Upgrade: websocket\r\nSec-WebSocket-Key: x',
];

test('any header', async ({ baseURL }) => {
  for (const address of ['/claims/share-stolen', `/chart?series=${SERIES}`, '/claims.csv'])
    for (const header of HEADERS)
      checked(`${address} ${header}`, await rawGet(baseURL ?? '', address, [header]));
});

test('no header changes a page for other readers', async ({ baseURL }) => {
  const address = `/chart?series=${SERIES}&time=2001..2003`;
  for (const header of HEADERS) await rawGet(baseURL ?? '', address, [header]);
  const { status, headers, body } = await rawGet(baseURL ?? '', address);
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(body).not.toMatch(/evil|zq|nonce=/);
});

test('what is no request is refused, with the headers of every answer', async ({ baseURL }) => {
  const long = 'x'.repeat(40_000);
  for (const [request, status] of [
    ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['GET http://evil.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n', 400],
    ['GET / HTTP/9.9\r\nHost: a\r\n\r\n', 400],
    // Next's own names for pages of ours.
    ['GET /claims/%5Bid%5D HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    ['GET /views/chart.rsc?time=2015..2024 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    ['GET /_global-error HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    ['\u0000\u0001\u0002\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: a\r\nX: ${long}\r\n\r\n`, 431],
    ['POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=b', 405],
    ['OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 405],
    ['TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 405],
    ['GET / HTTP/1.1\r\nHost: a\r\nExpect: a\r\nConnection: close\r\n\r\n', 200],
  ] as const) {
    const answer = await raw(baseURL ?? '', request);
    expect(answer.status, request.slice(0, 60)).toBe(status);
    expect(answer.headers['content-security-policy'], request.slice(0, 60)).toContain("'none'");
  }
});
