import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import {
  columns,
  fontsFor,
  preloadedFonts,
  scriptFiles,
  styleFiles,
  violations,
  type Weight,
  weigh,
} from './page-weight';

const page = `<link rel="stylesheet" href="/_next/static/chunks/a.css?dpl=1"/>
  <link rel="preload" as="script" href="/_next/static/chunks/a.js"/>
  <link rel="preload" href="/_next/static/media/i.woff2" as="font" crossorigin=""/>
  <script src="/_next/static/chunks/a.js" async=""></script>
  <script src="/_next/static/chunks/old.js" noModule=""></script>
  <script>self.__next_f.push([1,"2:I[3,[\\"/_next/static/chunks/b.js\\"],\\"X\\"]"])</script>`;

test('scriptFiles(html) lists once each what scripts, preloads and inline data name', () => {
  expect(scriptFiles(page)).toEqual(['static/chunks/a.js', 'static/chunks/b.js']);
});

test('styleFiles(html) and preloadedFonts(html) read the links', () => {
  expect(styleFiles(page)).toEqual(['static/chunks/a.css']);
  expect(preloadedFonts(page)).toEqual(['static/media/i.woff2']);
});

const css = `@font-face{font-family:I;src:url(../media/greek.woff2);unicode-range:U+370-3FF,U+1F??}
  @font-face{font-family:I;src:url(/_next/static/media/latin.woff2);unicode-range:U+0-FF,U+2014}
  @font-face{font-family:J;src:url(../media/all.woff2)}`;

test('fontsFor(css, text) lists the fonts with letters of the text', () => {
  const [greek, latin, all] = ['greek', 'latin', 'all'].map((name) => `static/media/${name}.woff2`);
  expect(fontsFor(css, '—')).toEqual([latin, all]);
  expect(fontsFor(css, 'α')).toEqual([greek, all]);
  expect(fontsFor(css, 'ἀ')).toEqual([greek, all]);
  expect(fontsFor(css, '中')).toEqual([all]);
});

test('weigh(page, html, read) sums the compressed files that a page names', () => {
  const files: Record<string, Buffer> = {
    'static/chunks/a.css': Buffer.from('p{}'),
    'static/chunks/a.js': Buffer.from('a'.repeat(9000)),
    'static/chunks/b.js': Buffer.from('b'.repeat(9000)),
    'static/media/i.woff2': Buffer.alloc(500),
  };
  const read = (path: string) => files[path] ?? Buffer.from(`not there: ${path}`);
  const weight = weigh('/x', Buffer.from(page), read);
  expect(weight.html.gzip).toBe(gzipSync(page).length);
  expect(weight.scripts).toBeGreaterThan(10);
  expect(weight.scripts).toBeLessThan(100);
  expect(weight.fonts).toBe(500);
});

function weightOf(page: string, html: number, scripts: number): Weight {
  return { page, html: { brotli: html, gzip: html + 1 }, scripts, styles: 0, fonts: 0 };
}

const limits = [
  { pages: /^\/$/, part: 'html' as const, bytes: 100 },
  { pages: /^\/claims\/[^/]+$/, part: 'scripts' as const, bytes: 150 },
];

test('violations(weights, limits) is empty when all hold', () => {
  expect(violations([weightOf('/', 99, 999), weightOf('/claims/a', 999, 150)], limits)).toEqual([]);
});

test('violations(weights, limits) holds HTML to the larger of brotli and gzip', () => {
  expect(violations([weightOf('/', 100, 0), weightOf('/claims/a', 0, 0)], limits)).toEqual([
    '/: html 0.1 kB, limit 0.1 kB',
  ]);
});

test('violations(weights, limits) names each page over a limit', () => {
  const weights = [
    weightOf('/', 1, 1),
    weightOf('/claims/a', 1, 150),
    weightOf('/claims/b', 1, 151),
  ];
  expect(violations(weights, limits)).toEqual(['/claims/b: scripts 0.2 kB, limit 0.1 kB']);
});

test('violations(weights, limits) tells once of pages that are not there', () => {
  const htmlToo = { pages: /^\/claims\/[^/]+$/, part: 'html' as const, bytes: 60 };
  expect(violations([weightOf('/', 1, 1)], [...limits, htmlToo])).toEqual([
    String.raw`no prerendered page matches /^\/claims\/[^/]+$/: nothing to measure`,
  ]);
});

test('columns(rows) sets the first column to the left and the others to the right', () => {
  expect(
    columns([
      ['page', 'html'],
      ['/claims', '9 kB'],
      ['/', '10.5 kB'],
    ]),
  ).toBe(['page        html', '/claims     9 kB', '/        10.5 kB'].join('\n'));
});
