import { expect, test } from '@playwright/test';
import { changedPages, markupHash } from './full-pass';

const page = (words: string, build: string) =>
  `<head><link rel="stylesheet" href="/_next/static/${build}.css"/><!--${build}--></head>` +
  `<p>${words}</p><img src="/_next/static/${build}.woff2"><script src="/${build}">${build}\n</script>`;

test('markupHash(html) leaves names of scripts and builds aside, and nothing else', () => {
  expect(markupHash(page('A', 'x1'))).toBe(markupHash(page('A', 'y2')));
  expect(markupHash(page('A', 'x1'))).not.toBe(markupHash(page('B', 'x1')));
});

test('changedPages(before, now) has changed and new pages, the first six in full', () => {
  const now = Object.fromEntries([...'abcdefgh'].map((name) => [`/${name}`, name]));
  expect(changedPages({ ...now, '/b': 'old' }, now)).toEqual({ full: ['/b'], left: [] });
  const { full, left } = changedPages({}, now);
  expect([full.length, left]).toEqual([6, ['/g', '/h']]);
});
