import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { LATE } from './line';
import { logTo } from './log';
import { makerOf } from './made';
import type { Handler } from './rendered';
import { MOST_UNDER_WAY, siteListener } from './site';

/** The server around a handler that stands for Next. */

let server: Server;
let base = '';
let lines: string[] = [];
let asked: IncomingMessage[] = [];
let held: Promise<void> = Promise.resolve();

const answers: Record<string, Handler> = {
  '/page': async (_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Link', '</font.woff2>; nonce="any"');
    response.write('<!doctype html><p>One</p>');
    response.end('<script>injected()</script>');
  },
  '/marked': async (request, response) => {
    const policy = String(request.headers['content-security-policy']);
    const nonce = /'nonce-(.+)'/.exec(policy)?.[1];
    response.setHeader('Content-Type', 'text/html');
    response.end(`<script nonce="${nonce}">own()</script>`);
  },
  '/data.csv': async (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/csv', 'Access-Control-Allow-Origin': '*' });
    response.end('a,b\n');
  },
  '/embed': async (_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors *");
    response.end('<p>Embed</p>');
  },
  '/moved': async (_, response) => {
    response.writeHead(307, { Location: '/page' }).end('/page');
  },
  '/long': async (_, response) => {
    response.setHeader('Content-Type', 'text/csv');
    response.end('a,b\n'.repeat(1000));
  },
  '/slow.png': async (_, response) => {
    await held;
    response.end('late');
  },
  '/slow': async (_, response) => {
    await held;
    response.end('late');
  },
  '/failed': async (_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.writeHead(500).end('<p style="color: red">Next’s own</p>');
  },
  '/failed.csv': async (_, response) => {
    response.writeHead(500).end();
  },
  '/unwell.json': async (_, response) => {
    response.writeHead(503, { 'Content-Type': 'application/json' }).end('{"status":"failing"}');
  },
  '/late': async () => {
    throw LATE;
  },
  '/broken': async () => {
    throw new Error('secret of the server');
  },
};

const handler: Handler = async (request, response) => {
  asked.push(request);
  const path = request.url?.split('?')[0] ?? '';
  await (Object.hasOwn(answers, path) ? answers[path] : answers['/page'])?.(request, response);
};

test.beforeEach(async () => {
  lines = [];
  asked = [];
  const log = logTo((text) => lines.push(...text.trim().split('\n')));
  server = createServer(
    siteListener({
      make: makerOf({ handler, scripts: new Set(), faultPage: '<h1>Ours</h1>' }),
      threads: 1,
      log,
    }),
  );
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (path: string, init?: RequestInit) =>
  fetch(base + path, { redirect: 'manual', ...init });

test('an answer is made once and given again', async () => {
  const texts = await Promise.all(
    Array.from({ length: 20 }, async () => (await ask('/page')).text()),
  );
  await ask('/page', { method: 'HEAD' });
  expect(new Set(texts).size).toBe(1);
  expect(asked).toHaveLength(1);
});

test('who asks at once, for whatever encoding, waits for one answer', async () => {
  let release = () => {};
  held = new Promise((resolve) => {
    release = resolve;
  });
  const encodings = ['br', 'gzip', 'identity', 'identity'];
  let missing = encodings.length;
  const arrived = new Promise<void>((resolve) => {
    server.on('request', () => {
      missing -= 1;
      if (missing === 0) resolve();
    });
  });
  const waiting = encodings.map((one) => ask('/slow', { headers: { 'Accept-Encoding': one } }));
  await arrived;
  release();
  const texts = (await Promise.all(waiting)).map((response) => response.text());
  expect(await Promise.all(texts)).toEqual(encodings.map(() => 'late'));
  expect(asked).toHaveLength(1);
});

test('HEAD has the headers of GET and no body', async () => {
  const [head, get] = [await ask('/data.csv', { method: 'HEAD' }), await ask('/data.csv')];
  expect(await head.text()).toBe('');
  const headers = (response: Response) =>
    [...response.headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name));
  expect(headers(head)).toEqual(headers(get));
});

test('who has an answer already is told so', async () => {
  const etag = (await ask('/data.csv')).headers.get('etag') ?? '';
  const again = await ask('/data.csv', { headers: { 'If-None-Match': etag } });
  expect(again.status).toBe(304);
  expect(again.headers.get('etag')).toBe(etag);
  expect(again.headers.get('content-type')).toBeNull();
});

test('other methods are refused', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    const response = await ask('/page', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  }
  expect(asked).toHaveLength(0);
});

test('an address that is too long or none does not reach the pages', async () => {
  expect((await ask(`/page?series=${'a'.repeat(8000)}`)).status).toBe(414);
  for (const path of [
    '/%',
    '/a%00b',
    '/..%2fpackage.json',
    '/a%2f..%2f..%2fb',
    '/a%5c..',
    '/%ff',
    '/%5Bid%5D',
    '/a/[id]',
    '/_a',
    '/a.rsc',
    '/a%2Ersc?b',
  ])
    expect((await ask(path)).status, path).toBe(400);
  expect(asked).toHaveLength(0);
});

test('what needs no query is made of its path alone, however it is asked for', async () => {
  for (const path of ['a.js', 'a.js?b', 'a.js?c', '%61.js', 'a%2ejs?b'])
    expect((await ask(`/_next/static/${path}`)).status, path).toBe(200);
  await ask('/health?a');
  expect(asked.map(({ url }) => url)).toEqual(['/_next/static/a.js', '/health']);
});

test('an address that names no series reaches the pages with a value that Next can find', async () => {
  await ask('/page?series=');
  await ask('/page?series=&units=index');
  await ask('/page?series=a');
  expect(asked.map(({ url }) => url)).toEqual([
    '/page?series=~',
    '/page?series=~&units=index',
    '/page?series=a',
  ]);
});

test('no header of a reader reaches the pages', async () => {
  const headers = {
    'x-forwarded-host': 'evil.example',
    'next-router-state-tree': '{{',
    'next-router-prefetch': 'x'.repeat(500),
    'x-middleware-subrequest': 'proxy',
    cookie: 'a=b',
    rsc: '1',
  };
  await ask('/page', { headers });
  expect(asked[0]?.headers).toEqual({
    host: 'localhost',
    'content-security-policy': expect.stringMatching(/^script-src 'nonce-[0-9a-f]{32}'$/),
  });
});

test('a page gets a policy that allows no foreign script, and is not shared with other sites', async () => {
  const { headers } = await ask('/page');
  expect(headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('link')).toBeNull();
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect((await ask('/data.csv')).headers.get('access-control-allow-origin')).toBe('*');
});

test('the nonce does not leave the server', async () => {
  const response = await ask('/marked');
  expect(await response.text()).toBe('<script>own()</script>');
  expect(response.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-/);
});

test('an embed keeps a policy of its own and may be framed', async () => {
  const { headers } = await ask('/embed');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors *");
  expect(headers.get('x-frame-options')).toBeNull();
});

test('a way to another address has no body', async () => {
  const response = await ask('/moved');
  expect([response.status, response.headers.get('location')]).toEqual([307, '/page']);
  expect(await response.text()).toBe('');
});

test('a fault tells readers nothing of the server, and is not kept', async () => {
  for (const time of [1, 2]) {
    const response = await ask('/broken');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(asked).toHaveLength(time);
  }
  await expect.poll(() => lines.join('\n')).toContain('secret of the server');
});

test('a page that failed is another page of ours, a file that failed a word', async () => {
  const [page, file, told] = await Promise.all(
    ['/failed', '/failed.csv', '/unwell.json'].map((path) => ask(path)),
  );
  expect([page?.status, file?.status, told?.status]).toEqual([500, 500, 503]);
  expect(await page?.text()).toBe('<h1>Ours</h1>');
  expect(page?.headers.get('content-security-policy')).toContain("style-src 'self'");
  expect(page?.headers.get('cache-control')).toBe('no-store');
  expect(await file?.text()).toBe('The fault is ours. Please try again.\n');
  expect(file?.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await told?.json()).toEqual({ status: 'failing' });
});

test('each request is a line of the log', async () => {
  await ask('/page?time=2015..2024&name=reader');
  await expect.poll(() => lines.length).toBe(1);
  const line = JSON.parse(lines[0] ?? '');
  expect(line).toMatchObject({
    method: 'GET',
    path: '/page',
    query: { time: '2015..2024' },
    status: 200,
  });
  expect(line.ms).toBeGreaterThanOrEqual(0);
  expect(lines[0]).not.toContain('reader');
});

test('beyond so many under way a reader is told at once to come again', async () => {
  let release = () => {};
  held = new Promise((resolve) => {
    release = resolve;
  });
  const waiting = Array.from({ length: MOST_UNDER_WAY }, (_, index) => ask(`/slow?${index}`));
  await expect.poll(() => asked.length).toBe(MOST_UNDER_WAY);
  const refused = await ask('/page');
  expect(refused.status).toBe(503);
  expect(refused.headers.get('cache-control')).toBe('no-store');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask('/health')).status).toBe(200);
  release();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(waiting.map(() => 200));
  expect((await ask('/page')).status).toBe(200);
});

test('pictures leave room for pages', async () => {
  let release = () => {};
  held = new Promise((resolve) => {
    release = resolve;
  });
  const half = MOST_UNDER_WAY / 2;
  const waiting = Array.from({ length: half }, (_, index) => ask(`/slow.png?${index}`));
  await expect.poll(() => asked.length).toBe(half);
  expect((await ask('/slow.png?more')).status).toBe(503);
  expect((await ask('/page')).status).toBe(200);
  release();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(waiting.map(() => 200));
});

test('whose turn does not come in time is told to come again', async () => {
  const late = await ask('/late');
  expect([late.status, late.headers.get('cache-control')]).toEqual([503, 'no-store']);
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('what is being packed is under way too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimline-'));
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  // Node packs in as many threads as wait here for somebody to write.
  const opened = Array.from({ length: 4 }, () => open(pipe));
  const waiting = Array.from({ length: MOST_UNDER_WAY }, (_, index) => ask(`/long?${index}`));
  await expect.poll(() => asked.length).toBe(MOST_UNDER_WAY);
  const refused = await ask('/page');
  const writer = openSync(pipe, 'w');
  expect(refused.status).toBe(503);
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(waiting.map(() => 200));
  for (const file of await Promise.all(opened)) await file.close();
  closeSync(writer);
  rmSync(folder, { recursive: true });
});
