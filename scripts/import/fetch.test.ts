import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type FetchOptions, fetchFile } from './fetch';
import { withServer } from './import-fixture';

/** Fetches from a server of this machine that behaves as told. */
async function fetched(answer: RequestListener, options: Partial<FetchOptions> = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'claimline-fetch-'));
  const file = path.join(folder, 'file');
  const retries: string[] = [];
  try {
    return await withServer(answer, async (origin) => {
      const result = await fetchFile(file, {
        ...{ url: `${origin}/`, types: ['text/csv'], largest: 1000 },
        ...{ timeoutMs: 20_000, retriesMs: [5, 5], onRetry: (reason) => retries.push(reason) },
        ...options,
      });
      return { result, text: result ? await readFile(file, 'utf8') : null, retries };
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

const csv = { 'Content-Type': 'text/csv; charset=utf-8' };

test('fetchFile keeps the file and what the answer is known by', async () => {
  const { text, result } = await fetched((_, response) => {
    response.writeHead(200, { ...csv, ETag: '"7"' }).end('a,b\n');
  });
  expect([text, result?.bytes, result?.validators.etag]).toEqual(['a,b\n', 4, '"7"']);
});

test('fetchFile asks whether there is anything newer', async () => {
  const { result } = await fetched(
    ({ headers }, response) => {
      response.writeHead(headers['if-none-match'] === '"7"' ? 304 : 200, csv).end();
    },
    { known: { etag: '"7"' } },
  );
  expect(result).toBe(null);
});

test('fetchFile tries again after a failure of the server', async () => {
  let calls = 0;
  const { text, retries } = await fetched((_, response) => {
    calls += 1;
    response.writeHead(calls === 1 ? 500 : 200, csv).end('a\n');
  });
  expect([text, retries]).toEqual(['a\n', ['status 500']]);
});

test('fetchFile takes no half file: a cut connection is tried again, and not forever', async () => {
  let calls = 0;
  const cut: RequestListener = (_, response) => {
    calls += 1;
    response.writeHead(200, { ...csv, 'Content-Length': '10' });
    response.write('a,b\n', () => response.destroy());
  };
  await expect(fetched(cut)).rejects.toThrow('terminated');
  expect(calls).toBe(3);
});

test('fetchFile gives up on a server that falls silent', async () => {
  const silent: RequestListener = (_, response) => {
    response.writeHead(200, csv).write('a,b\n');
  };
  await expect(fetched(silent, { timeoutMs: 200, retriesMs: [] })).rejects.toThrow(
    'silent for 0.2 s',
  );
});

const refusals: [string, RequestListener, string][] = [
  [
    'another type',
    (_, r) => r.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>'),
    'served as text/html',
  ],
  [
    'a size stated too large',
    (_, r) => r.writeHead(200, { ...csv, 'Content-Length': '2000' }).end('a'.repeat(2000)),
    'larger than',
  ],
  [
    'a size not stated and too large',
    (_, r) => r.writeHead(200, csv).end('a'.repeat(2000)),
    'larger than',
  ],
  ['a page that is not there', (_, r) => r.writeHead(404, csv).end(), 'status 404'],
  ['redirects without end', (_, r) => r.writeHead(302, { Location: '/' }).end(), 'redirect'],
];

for (const [what, answer, reason] of refusals) {
  test(`fetchFile refuses ${what}, at once`, async () => {
    const retries: string[] = [];
    await expect(fetched(answer, { onRetry: (why) => retries.push(why) })).rejects.toThrow(reason);
    expect(retries).toEqual([]);
  });
}
