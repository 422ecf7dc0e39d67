import { expect, test } from '@playwright/test';
import { pages } from './addresses';
import { everyKind, prerendered } from './kinds';

/** What every answer says about itself. */

const PAGE = /^text\/html/;
/** What other sites load into their programs; a policy of sharing on anything else would be a mistake. */
const DATA =
  /^(text\/csv|application\/(zip|json|atom\+xml|vnd\.citation|x-bibtex)|image\/(png|svg))/;

const addresses = [...everyKind, ...pages.map(({ address }) => address), '/embed/host.js'];

test('every answer has the headers that keep readers safe', async ({ request }) => {
  for (const address of [...addresses, '/no-such-page', '/%', '/tables/']) {
    const headers = (await request.get(address, { maxRedirects: 0 })).headers();
    expect(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['strict-transport-security'], address).toMatch(/^max-age=\d{8,}/);
    expect(headers['permissions-policy'], address).toContain('camera=()');
    for (const name of ['x-powered-by', 'server', 'set-cookie', 'link'])
      expect(headers[name], `${address}: ${name}`).toBeUndefined();
  }
});

test('data may be loaded by other sites, pages may not', async ({ request }) => {
  const shared = new Set<string>();
  for (const address of addresses) {
    const headers = (await request.get(address)).headers();
    const type = headers['content-type'] ?? '';
    const origin = headers['access-control-allow-origin'];
    if (PAGE.test(type)) expect(origin, address).toBeUndefined();
    if (origin) {
      expect(origin, address).toBe('*');
      expect(type, address).toMatch(DATA);
      shared.add(type.split(';')[0] ?? '');
    }
  }
  for (const type of [
    'text/csv',
    'application/zip',
    'application/json',
    'image/png',
    'image/svg+xml',
    'application/atom+xml',
  ])
    expect([...shared]).toContain(type);
});

test('every answer may be kept, and is named by its content', async ({ request }) => {
  for (const address of addresses) {
    const first = await request.get(address);
    if (first.status() !== 200 || address === '/health') continue;
    const { etag = '', ...headers } = first.headers();
    expect(etag, address).toMatch(/^"[\w-]+"$/);
    expect(headers['cache-control'], address).toMatch(
      /^public, max-age=\d+, (immutable|.*stale-while-revalidate=\d+)/,
    );
    const again = await request.get(address, { headers: { 'If-None-Match': etag } });
    expect(again.status(), address).toBe(304);
    expect(await again.body(), address).toHaveLength(0);
    const changed = await request.get(address, { headers: { 'If-None-Match': '"other"' } });
    expect(changed.status(), address).toBe(200);
  }
});

test('what a page loads is kept for good: its name changes with its content', async ({
  request,
}) => {
  const html = await (await request.get('/')).text();
  const files = [...new Set(html.match(/\/_next\/static\/[^"\\]+\.(js|css|woff2)/g))];
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const { 'cache-control': kept, vary = '' } = (await request.get(file)).headers();
    expect(kept, file).toBe('public, max-age=31536000, immutable');
    expect(vary, file).not.toContain('rsc');
  }
});

test('HEAD is answered as GET is, without a body', async ({ request }) => {
  for (const address of addresses) {
    const [head, get] = [await request.head(address), await request.get(address)];
    expect(head.status(), address).toBe(get.status());
    for (const name of ['etag', 'content-type', 'content-length', 'content-security-policy'])
      expect(head.headers()[name], `${address}: ${name}`).toBe(get.headers()[name]);
  }
});

test('whatever was built is served', async ({ request }) => {
  for (const address of prerendered)
    expect((await request.head(address)).status(), address).toBe(200);
});
