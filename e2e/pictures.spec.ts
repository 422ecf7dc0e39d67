import { type APIResponse, expect, type Locator, type Page, test } from '@playwright/test';
import { claimPages } from './addresses';
import { claims } from './data';
import { decoded } from './html';
import { SERIES } from './kinds';
import { forms } from './live-charts';
import { pageCases } from './matrix';

/** The pictures of a view: SVG and PNG, on their own and as a link's preview. */

async function png(response: APIResponse): Promise<[width: number, height: number]> {
  expect(response.status(), response.url()).toBe(200);
  expect(response.headers()['content-type']).toBe('image/png');
  const body = await response.body();
  expect(body.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  return [body.readUInt32BE(16), body.readUInt32BE(20)];
}

test('every claim has a preview of 1200 by 628, with words in it', async ({ request }) => {
  test.setTimeout(90_000);
  for (const { id } of claims) {
    const response = await request.get(`/claims/${id}.png?size=social`);
    expect(await png(response)).toEqual([1200, 628]);
  }
  const twice = await request.get('/claims/share-stolen.png?size=social&density=2');
  expect(await png(twice)).toEqual([2400, 1256]);
});

test('a picture is named after what is inside, may be kept, and is what it says', async ({
  request,
}) => {
  const response = await request.get('/claims/share-stolen.svg?time=2015..2024&units=pch');
  const headers = response.headers();
  expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['cache-control']).toMatch(/^public, max-age=\d+, .*stale-while-revalidate=\d+$/);
  expect(headers['content-disposition']).toBe(
    'inline; filename="claim-share-stolen-2015-2024-pch.svg"',
  );
  const svg = await response.text();
  expect(svg).toContain('/claims/share-stolen?time=2015..2024&amp;units=pch');
  expect(svg).toMatch(/data revision [0-9a-f]{10} of/);
  // Nothing in it leads outside: no link, no image, no font, no script.
  expect(svg).not.toMatch(/href=|url\(|@import|<script|<foreignObject|<image|\son\w+=/i);
});

/** What a browser makes of the drawn elements, in order. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
];

function drawnStyles(root: Locator) {
  return root.evaluate((svg, properties) => {
    const drawn = svg.querySelectorAll('path, circle, rect, line, text');
    return [...drawn].map((element) => {
      const style = getComputedStyle(element);
      // A mixed colour as a browser works it out, in the file rounded to a byte.
      const value = (name: string) =>
        style.getPropertyValue(name).replace(
          /color\(srgb ([\d. ]+)\)/,
          (_, parts: string) =>
            `rgb(${parts
              .split(' ')
              .map((part) => Math.round(Number(part) * 255))
              .join(', ')})`,
        );
      // A path has no font; a text no dash.
      const own = properties.filter((name) =>
        element.tagName === 'text' ? true : !/^(font|text|paint)/.test(name),
      );
      const place = ['d', 'x', 'y', 'cx', 'cy', 'x1', 'y1', 'width', 'height'].map((name) =>
        element.getAttribute(name),
      );
      return `${element.tagName} ${place.join(' ')} ${own.map(value).join(' | ')}`;
    });
  }, STYLES);
}

const ofEachForm = Object.values(forms).map(([address]) => address);

test('the SVG file has the page’s marks, each in the page’s colours', async ({ browser }) => {
  test.setTimeout(120_000);
  // The server's drawing: with script another would take its place.
  const page = await browser.newPage({ colorScheme: 'light', javaScriptEnabled: false });
  for (const { address } of pageCases(claimPages, ofEachForm)) {
    await page.goto(address);
    const onPage = [];
    for (const figure of await page.locator('figure.chart').all())
      onPage.push(await drawnStyles(figure.locator('svg.chart-wide')));
    for (const [index, drawn] of onPage.entries()) {
      const file = `${address}.svg?chart=${index + 1}`;
      await page.goto(file);
      const inFile = await drawnStyles(page.locator('g.chart-wide'));
      expect(inFile.length, file).toBeGreaterThan(5);
      expect(inFile, file).toEqual(drawn);
    }
  }
  await page.close();
});

test('the SVG file is drawn where it is only an image', async ({ page }) => {
  await page.goto('/method');
  const size = await page.evaluate(async () => {
    const image = new Image();
    image.src = '/claims/share-stolen.svg';
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  });
  expect(size[0]).toBe(768);
  expect(size[1]).toBeGreaterThan(400);
});

/** Pixels much darker than the page in a part of a picture, as a browser shows it. */
function inkIn(page: Page, src: string, part: [x: number, y: number, w: number, h: number]) {
  return page.evaluate(
    async ([address, [x, y, w, h]]) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(x, y, w, h) ?? { data: [] };
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100) dark += 1;
      return dark;
    },
    [src, part] as const,
  );
}

test('letters are drawn in the PNG: quote, verdict and title are as dark as in the SVG', async ({
  page,
}) => {
  await page.goto('/method');
  const parts = { quote: [44, 40, 470, 200], title: [562, 36, 594, 60] } as const;
  for (const [name, part] of Object.entries(parts)) {
    const dark = await inkIn(page, '/claims/share-stolen.png?size=social', [...part]);
    expect(dark, name).toBeGreaterThan(1000);
    const svg = await inkIn(page, '/claims/share-stolen.svg?size=social', [...part]);
    // In an image a browser has no fonts of the page: another face, about as much ink.
    expect(dark / svg, name).toBeGreaterThan(0.5);
    expect(dark / svg, name).toBeLessThan(2);
  }
  const below = await inkIn(page, '/claims/share-stolen.png?size=social', [0, 0, 1200, 30]);
  expect(below).toBe(0);
});

test('every page that is shared has a preview that is there, of the very view', async ({
  request,
}) => {
  test.setTimeout(60_000);
  const wanted = {
    '/': '/claims.png?size=social',
    '/claims/share-stolen': '/claims/share-stolen.png?size=social',
    '/claims/share-stolen?time=2018..latest':
      '/claims/share-stolen.png?time=2018..latest&size=social',
    '/claims/aluminium-tariff?r2=40': '/claims/aluminium-tariff.png?r2=40&size=social',
    '/tables/ev-prices': '/tables/ev-prices.png?size=social',
    '/tables/sources': '/tables/sources.png?size=social',
    '/tables/trade-by-partner?units=pch': '/tables/trade-by-partner.png?units=pch&size=social',
    '/chart': '/chart.png?size=social',
    [`/chart?series=${SERIES}&scale=log`]: `/chart.png?series=${SERIES}&scale=log&size=social`,
  };
  for (const [address, picture] of Object.entries(wanted)) {
    const html = await (await request.get(address)).text();
    const content = (name: string) =>
      decoded(
        new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '',
      );
    const image = new URL(content('og:image'));
    expect(image.pathname + image.search, address).toBe(picture);
    expect(content('twitter:image'), address).toBe(image.href);
    expect(content('twitter:card')).toBe('summary_large_image');
    expect(content('og:title'), address).not.toBe('');
    expect(content('og:description'), address).not.toBe('');
    expect(await png(await request.get(image.pathname + image.search))).toEqual([1200, 628]);
  }
});

test('whatever an address asks for, a picture is never a fault of the server', async ({
  request,
}) => {
  const long = 'x'.repeat(6000);
  const asked: [address: string, status: number][] = [
    ['/claims/share-stolen.png?size=huge', 400],
    ['/claims/share-stolen.png?size=wide&size=social', 400],
    ['/claims/share-stolen.png?density=1000', 400],
    ['/claims/share-stolen.svg?chart=0', 400],
    ['/claims/share-stolen.svg?chart=99', 404],
    ['/claims/no-such-claim.png', 404],
    ['/tables/no-such-table.svg', 404],
    ['/tables/ev-prices.svg?chart=2', 404],
    ['/claims/share-stolen.svg?time=2024..2015&units=%3C/svg%3E&base=%22&scale=log', 400],
    ['/claims/share-stolen.svg?time=1900..1901', 200],
    ['/claims/second-partner.svg?chart=2&units=index', 400],
    ['/claims/second-partner.svg?chart=2&units=chg', 200],
    ['/claims/share-stolen.svg?r1=1e999&r2=-9999999999&r99=1', 400],
    ['/chart.svg', 200],
    ['/chart.svg?series=', 200],
    ['/chart.svg?series=__proto__~constructor:x~toString', 404],
    [`/chart.svg?series=${long}`, 404],
    [`/chart.png?series=${SERIES}&q=${long}`, 200],
    [`/chart.svg?series=${SERIES}&time=9999..9999`, 200],
    [`/chart.svg?series=${SERIES}&series=${SERIES}`, 400],
    ['/chart.svg?%00=%00&__proto__=1&constructor=2', 400],
    [`/chart.png?series=${SERIES}~canola-prices:x&form=multiples&size=social`, 404],
  ];
  for (const [address, status] of asked)
    expect((await request.get(address)).status(), address.slice(0, 100)).toBe(status);
});

test('where there is nothing to draw, the picture says why', async ({ request }) => {
  const text = async (address: string) =>
    (await (await request.get(address)).text()).replace(/<\/tspan><tspan[^>]*>/g, ' ');
  expect(await text('/claims/share-stolen.svg?time=1900..1901')).toContain(
    'No values in these years',
  );
  const mixed = `${SERIES}~canola-seed-exports-monthly:Japan:terminal:thousand_tonnes`;
  const refused = await text(`/chart.svg?series=${encodeURIComponent(mixed)}`);
  expect(refused).toContain('levels of two units cannot share an axis');
});
