import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { type Answer, encoded, encodingFor, isKnown } from './answer';

const answer = (body: string, type = 'text/csv; charset=utf-8', status = 200): Answer => ({
  status,
  headers: { 'content-type': type },
  body: Buffer.from(body),
});

const long = 'period,value\n'.repeat(500);

test('encoded(answer) is the same text, smaller, with a tag for each sequence of bytes', async () => {
  const [br, gzip, plain] = await Promise.all(
    (['br', 'gzip', 'identity'] as const).map((encoding) => encoded(answer(long), encoding)),
  );
  expect(brotliDecompressSync(br?.body ?? '').toString()).toBe(long);
  expect(gunzipSync(gzip?.body ?? '').toString()).toBe(long);
  expect(plain?.body.toString()).toBe(long);
  expect(br?.headers['content-encoding']).toBe('br');
  expect(plain?.headers['content-encoding']).toBeUndefined();
  expect(new Set([br, gzip, plain].map((one) => one?.headers.etag)).size).toBe(3);
  for (const one of [br, gzip, plain]) expect(one?.headers.vary).toBe('accept-encoding');
});

test('encoded(answer) leaves alone what is small or packed already', async () => {
  for (const one of [answer('a,b\n'), answer(long, 'image/png'), answer(long, 'application/zip')]) {
    const sent = await encoded(one, 'br');
    expect(sent.body).toBe(one.body);
    expect(sent.headers['content-encoding']).toBeUndefined();
    expect(sent.headers.etag).toMatch(/^"[\w-]{22}"$/);
  }
});

test('encoded(answer) names content alike, other content otherwise, and no failure', async () => {
  const tag = async (one: Answer) => (await encoded(one, 'gzip')).headers.etag;
  expect(await tag(answer(long))).toBe(await tag(answer(long)));
  expect(await tag(answer(long))).not.toBe(await tag(answer(`${long}x`)));
  expect(await tag(answer('Not here.', 'text/plain', 404))).toBeUndefined();
});

test('encodingFor(header) takes the best that is accepted', () => {
  expect(encodingFor('gzip, deflate, br, zstd')).toBe('br');
  expect(encodingFor('gzip;q=1.0, br;q=0')).toBe('gzip');
  expect(encodingFor('br;q=0.5')).toBe('br');
  expect(encodingFor('gzip;Q=0, br ; Q=0.000')).toBe('identity');
  expect(encodingFor('deflate')).toBe('identity');
  expect(encodingFor(undefined)).toBe('identity');
});

test('isKnown(header, answer) compares tags weakly', async () => {
  const sent = await encoded(answer(long), 'br');
  const tag = sent.headers.etag ?? '';
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*'])
    expect(isKnown(known, sent), known).toBe(true);
  for (const known of [undefined, '', '"other"', tag.replaceAll('"', '')])
    expect(isKnown(known, sent), known).toBe(false);
});
