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

test('weigh(page, html, ask) sums what the files that a page names weigh as sent', async () => {
  const files: Record<string, number> = {
    'static/chunks/a.css': 10,
    'static/chunks/a.js': 200,
    'static/chunks/b.js': 3000,
    'static/media/i.woff2': 40_000,
  };
  const ask = async (path: string) => ({ text: 'p{}', bytes: files[path] ?? Number.NaN });
  expect(await weigh('/x', { text: page, bytes: 7 }, ask)).toEqual({
    page: '/x',
    html: 7,
    scripts: 3200,
    styles: 10,
    fonts: 40_000,
  });
});

const weightOf = (page: string, own: Partial<Weight>): Weight => ({
  page,
  html: 60_000,
  scripts: 150_000,
  styles: 15_000,
  fonts: 80_000,
  ...own,
});

test('violations(weights) is empty when all pages are within their budgets', () => {
  expect(violations([weightOf('/', { html: 100_000 }), weightOf('/claims/a', {})])).toEqual([]);
});

test('violations(weights) names each page and part over its budget', () => {
  expect(
    violations([
      weightOf('/', { html: 100_001 }),
      weightOf('/texts/a', { html: 61_000 }),
      weightOf('/claims/a', { html: 61_000, scripts: 151_000 }),
      weightOf('/method', { styles: 15_100, fonts: 80_100 }),
    ]),
  ).toEqual([
    '/: html 100.0 kB, limit 100.0 kB',
    '/claims/a: html 61.0 kB, limit 60.0 kB',
    '/claims/a: scripts 151.0 kB, limit 150.0 kB',
    '/method: styles 15.1 kB, limit 15.0 kB',
    '/method: fonts 80.1 kB, limit 80.0 kB',
  ]);
});

test('violations(weights) tells of a build without pages', () => {
  expect(violations([])).toEqual(['no prerendered page: nothing to measure']);
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
