import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { asked, SERIES } from './kinds';
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
  ...['topic', 'verdict', '_rsc', 'time[]', 'series[a]', '__proto__', 'constructor', '%00', MARK],
];

const BASES = [
  ...new Set(
    ['/', '/tables', '/method', '/feed.xml', ...Object.values(asked).flat()].map((address) =>
      address.replace(/\?.*/, ''),
    ),
  ),
];

const PATHS = [
  ...['/', '/claims/', '/tables/', '/tables/trade-by-partner/', '/embed/', '/embed/claims/'],
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

const withoutScripts = (html: string): string =>
  html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '');

function checked(address: string, { status, headers, body }: RawAnswer): void {
  const about = `${status} ${address.slice(0, 200)}`;
  // What oEmbed asks of a format that is not spoken.
  const expected = address.startsWith('/oembed') ? new Set([...OK, 501]) : OK;
  expect(expected.has(status), about).toBe(true);
  expect(headers['x-injected'], about).toBeUndefined();
  if (headers.location) expect(headers.location, about).toMatch(/^\/(?!\/)/);
  expect(headers['x-content-type-options'], about).toBe('nosniff');
  if (!/html|xml|svg/.test(headers['content-type'] ?? '')) return;
  expect(body, about).not.toMatch(/<zq|<script>zq/i);
  expect(withoutScripts(body), about).not.toMatch(/["']onzq=/);
}

test.describe.configure({ timeout: 240_000 });

async function ask(base: string | undefined, addresses: string[]): Promise<number> {
  const times: number[] = [];
  for (const address of addresses) {
    const answer = await rawGet(base ?? '', address);
    checked(address, answer);
    times.push(answer.ms);
  }
  return Math.max(...times);
}

/** What a plain view takes here and now. A machine may be busy: only work without bounds is caught. */
async function bound(base: string | undefined): Promise<number> {
  const { ms } = await rawGet(base ?? '', `/chart?series=${SERIES}&v=${Date.now()}`);
  return 1000 + 50 * ms;
}

test('any value of any parameter', async ({ baseURL }) => {
  const one = fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...VALUES));
  const address = fc
    .tuple(fc.constantFrom(...BASES), fc.array(one, { minLength: 1, maxLength: 4 }))
    .map(([base, all]) => `${base}?${all.map((pair) => pair.join('=')).join('&')}`);
  expect(await ask(baseURL, sample(address, 700))).toBeLessThan(await bound(baseURL));
});

test('every value of a view’s parameters', async ({ baseURL }) => {
  const addresses = ['time', 'series', 'base', 'q'].flatMap((name) =>
    VALUES.map((value) => `/chart?${name}=${value}`),
  );
  expect(await ask(baseURL, addresses)).toBeLessThan(await bound(baseURL));
});

test('any path', async ({ baseURL }) => {
  const address = fc
    .tuple(fc.constantFrom(...PATHS), fc.constantFrom(...VALUES), fc.constantFrom(...ENDINGS))
    .map((parts) => parts.join(''));
  expect(await ask(baseURL, sample(address, 700))).toBeLessThan(await bound(baseURL));
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
  const addresses = BASES.flatMap((base) => [`${base}?${many}`, `${base}?${same}`]);
  expect(await ask(baseURL, addresses)).toBeLessThan(await bound(baseURL));
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

test('what is no request is refused', async ({ baseURL }) => {
  const long = 'x'.repeat(40_000);
  for (const [request, status] of [
    ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['GET http://evil.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    ['GET / HTTP/9.9\r\nHost: a\r\n\r\n', 400],
    ['\u0000\u0001\u0002\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: a\r\nX: ${long}\r\n\r\n`, 431],
    ['POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=b', 405],
    ['OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 405],
    ['TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 405],
  ] as const)
    expect((await raw(baseURL ?? '', request)).status, request.slice(0, 60)).toBe(status);
});
