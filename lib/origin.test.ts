import { expect, test } from '@playwright/test';
import { claimUrl, origin, originOf, tableUrl } from './origin';

test('originOf(text) takes a site with or without a slash at its end', () => {
  expect(originOf('https://claims.example')).toBe('https://claims.example');
  expect(originOf('https://claims.example/')).toBe('https://claims.example');
  expect(originOf('http://localhost:8080')).toBe('http://localhost:8080');
});

test('originOf(text) refuses what addresses cannot be built on', () => {
  for (const text of [
    'claims.example',
    'ftp://x',
    'https://x/path',
    'https://x"y',
    'https://x}',
    '',
  ])
    expect(() => originOf(text), text).toThrow('CLAIMLINE_ORIGIN');
});

test('full addresses are the origin and the address on the pages', () => {
  expect(claimUrl('call-date')).toBe(`${origin}/claims/call-date`);
  expect(tableUrl('events')).toBe(`${origin}/tables/events`);
});
