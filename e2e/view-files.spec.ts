import { createHash } from 'node:crypto';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { parseCsv, tableRows } from './data';
import { read, words } from './html';

/** What leaves the site of a view, against rows worked out here from the files in `data/`. */

const CHINA = 'trade-by-partner:China:exports:customs:value_cad_millions';
const JAPAN = 'trade-by-partner:Japan:exports:customs:value_cad_millions';
const CANOLA = 'canola-seed-exports-monthly:China:terminal:thousand_tonnes';
const chart = (query: string, series = CHINA) => `series=${series}&${query}`;

async function csvOf(request: APIRequestContext, address: string) {
  const response = await request.get(address);
  expect(response.status(), address).toBe(200);
  const name = /filename="([^"]*)"/.exec(response.headers()['content-disposition'] ?? '')?.[1];
  return { ...parseCsv(await response.text()), name };
}

const exportsTo = (partner: string) =>
  tableRows('trade-by-partner').filter(
    (row) => row.partner === partner && row.flow === 'exports' && row.basis === 'customs',
  );

const sumOf = (partner: string, year: string): number =>
  exportsTo(partner)
    .filter(({ period }) => period?.startsWith(year))
    .reduce((sum, row) => sum + Number(row.value_cad_millions), 0);

const years = ['2015', '2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024'];

test('a filtered CSV has the months asked for, as the table prints them', async ({ request }) => {
  const { rows, name } = await csvOf(request, `/chart.csv?${chart('time=2018-03..2019-02')}`);
  const wanted = exportsTo('China').filter(
    ({ period = '' }) => period >= '2018-03' && period <= '2019-02',
  );
  expect(wanted).toHaveLength(12);
  expect(rows.map((row) => [row.from?.slice(0, 7), Number(row.value)])).toEqual(
    wanted.map((row) => [row.period, Number(row.value_cad_millions)]),
  );
  expect(new Set(rows.map(({ unit }) => unit))).toEqual(new Set(['CAD million']));
  for (const { series } of rows) expect(series).toMatch(/^China/);
  expect(name).toBe('trade-by-partner-china-exports-customs-2018-2019.csv');
});

test('a series that is turned off is in no file and no picture', async ({ request }) => {
  const both = chart('time=2018-03..2019-02', `${CHINA}~${JAPAN}`);
  const partnersOf = async (query: string) => {
    const { rows } = await csvOf(request, `/chart.csv?${query}`);
    return [...new Set(rows.map(({ series = '' }) => series.split(' · ')[0]))];
  };
  expect(await partnersOf(both)).toEqual(['China', 'Japan']);
  expect(await partnersOf(`${both}&hide=${JAPAN}`)).toEqual(['China']);
  for (const file of ['/chart.svg', '/embed/chart']) {
    const names = async (query: string) => {
      const text = await (await request.get(`${file}?${query}`)).text();
      return />Japan /.test(text.replaceAll(/<script.*?<\/script>/gs, ''));
    };
    expect(await names(both), file).toBe(true);
    expect(await names(`${both}&hide=${JAPAN}`), file).toBe(false);
  }
});

test('sums by year, in per cent of the year before, of two series', async ({ request }) => {
  const query = chart('freq=year&units=pch&time=2015..2024', `${CHINA}~${JAPAN}`);
  const { rows } = await csvOf(request, `/chart.csv?${query}`);
  const wanted = ['China', 'Japan'].flatMap((partner) =>
    years.map((year) => {
      const before = sumOf(partner, String(Number(year) - 1));
      return [partner, year, ((sumOf(partner, year) - before) / before) * 100] as const;
    }),
  );
  expect(rows).toHaveLength(wanted.length);
  for (const [index, [partner, year, value]] of wanted.entries()) {
    expect(rows[index]?.series).toContain(partner);
    expect(rows[index]?.from).toBe(`${year}-01-01`);
    expect(Number(rows[index]?.value)).toBeCloseTo(value, 8);
  }
});

test('an index is 100 at the base asked for; shares add up to 100', async ({ request }) => {
  const index = await csvOf(request, `/chart.csv?${chart('freq=year&units=index&base=2015')}`);
  const of2024 = index.rows.find(({ from }) => from === '2024-01-01');
  expect(Number(of2024?.value)).toBeCloseTo(
    (sumOf('China', '2024') / sumOf('China', '2015')) * 100,
  );
  const shares = await csvOf(
    request,
    `/chart.csv?${chart('freq=year&units=share&time=2024..2024', `${CHINA}~${JAPAN}`)}`,
  );
  const values = shares.rows.map(({ value }) => Number(value));
  const [china, japan] = [sumOf('China', '2024'), sumOf('Japan', '2024')];
  expect(values[0]).toBeCloseTo((china / (china + japan)) * 100, 8);
  expect((values[0] ?? 0) + (values[1] ?? 0)).toBeCloseTo(100, 8);
});

test('small multiples hold series of two units, each with its own', async ({ request }) => {
  const query = chart('form=multiples&time=2020..2020', `${CHINA}~${CANOLA}`);
  const { rows, name } = await csvOf(request, `/chart.csv?${query}`);
  expect(rows).toHaveLength(24);
  expect(new Set(rows.map(({ unit }) => unit))).toEqual(
    new Set(['CAD million', 'thousand tonnes']),
  );
  expect(name).toMatch(
    /^trade-by-partner-china-.*-canola-seed-exports-monthly-china-.*-2020\.csv$/,
  );
  const refused = await request.get(`/chart.csv?${chart('', `${CHINA}~${CANOLA}`)}`);
  expect(refused.status()).toBe(400);
  expect(await refused.text()).toContain('thousand tonnes');
});

test('a file that cannot be what was asked says why, and what could be', async ({ request }) => {
  const many = Array.from({ length: 13 }, (_, index) => `trade-by-partner:${index}`).join('~');
  const asked: [address: string, status: number, reason: RegExp][] = [
    ['/chart.csv?series=nope:x', 404, /No such series: nope:x/],
    [`/chart.csv?series=${CHINA}~nope:x`, 404, /No such series: nope:x/],
    [`/chart.csv?series=${many}`, 404, /No such series/],
    [`/chart.csv?${chart('time=2015-2020')}`, 400, /time: two periods/],
    [`/chart.csv?${chart('time=2020..2019')}`, 400, /time: two periods/],
    [`/chart.csv?${chart('units=percent')}`, 400, /units: one of lin, chg/],
    [`/chart.metadata.json?${chart('currency=XXX')}`, 400, /currency XXX does not apply/],
    [`/chart.zip?${chart('units=index&base=1999')}`, 400, /base 1999/],
    ['/claims/call-date.csv?csvType=filtered&units=share', 400, /a date is no amount|no time axis/],
    ['/tables/ev-share.csv?csvType=filtered&units=share', 400, /shares/],
    ['/claims/call-date.csv?units=index', 400, /a date is no amount|no time axis/],
    ['/tables/ev-share.csv?csvType=filtered&freq=year', 400, /chart of any series/],
    [`/chart.csv?${chart('v=0123456789')}`, 404, /No such state/],
    [`/chart.csv?${chart('utm_source=mail&fbclid=1')}`, 200, /^chart,series/],
  ];
  for (const [address, status, reason] of asked) {
    const response = await request.get(address);
    expect(response.status(), address).toBe(status);
    expect(await response.text(), address).toMatch(reason);
  }
});

test('a log axis changes no figure of a file', async ({ request }) => {
  const bulgaria = 'canola-seed-exports-monthly:Bulgaria:terminal:thousand_tonnes';
  const values = async (query: string) =>
    (await csvOf(request, `/chart.csv?${chart(query, bulgaria)}`)).rows.map(({ value }) => value);
  const linear = await values('time=2024..2025');
  expect(linear).toContain('0');
  expect(await values('time=2024..2025&scale=log')).toEqual(linear);
});

test('a claim’s and a table’s filtered CSV lie within the full ones', async ({ request }) => {
  const window = 'csvType=filtered&time=2018..2023';
  for (const path of ['/claims/share-stolen', '/tables/ev-prices']) {
    const whole = await csvOf(request, `${path}.csv?csvType=filtered`);
    const part = await csvOf(request, `${path}.csv?${window}`);
    expect(part.name, path).toMatch(/-20\d\d-20\d\d\.csv$/);
    expect(part.rows.length).toBeGreaterThan(0);
    expect(part.rows.length).toBeLessThan(whole.rows.length);
    const wanted = whole.rows.filter(
      ({ from = '', until = '' }) => from === '' || (from >= '2018-01-01' && until < '2024'),
    );
    expect(part.rows).toEqual(wanted);
    // `full` is the file that the address means without a word.
    const [full, plain] = [`${path}.csv?csvType=full`, `${path}.csv`];
    expect(await (await request.get(full)).text()).toBe(await (await request.get(plain)).text());
  }
});

for (const address of [
  `/chart.zip?${chart('freq=year&time=2015..2024')}`,
  '/claims/share-stolen.zip?csvType=filtered&time=2018..2023',
  '/claims/call-date.zip?csvType=filtered',
  '/tables/ev-prices.zip?csvType=filtered&units=pch',
])
  test(`${address} is a Data Package of what is shown`, async ({ request }) => {
    const response = await request.get(address);
    const files = unzipSync(await response.body());
    const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
    const descriptor = JSON.parse(text('datapackage.json'));
    const [data, sources] = descriptor.resources;
    expect(Object.keys(files).sort()).toEqual(
      [data.path, 'sources.csv', 'datapackage.json', 'README.md'].sort(),
    );
    for (const { path, bytes, hash } of [data, sources]) {
      const content = files[path] ?? new Uint8Array();
      expect(bytes).toBe(content.length);
      expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
    }
    const csv = await request.get(address.replace('.zip', '.csv'));
    expect(text(data.path)).toBe(await csv.text());
    const { header, rows } = parseCsv(text(data.path));
    expect(data.schema.fields.map(({ name }: { name: string }) => name)).toEqual(header);
    const value = data.schema.fields.find(({ name }: { name: string }) => name === 'value');
    if (value.type === 'number')
      expect(rows.filter((row) => Number.isNaN(Number(row.value)))).toEqual([]);
    // The view's own address stands in the descriptor, the citation and the readme.
    const page = new URL(descriptor.homepage);
    expect(page.pathname).toBe(address.slice(0, address.indexOf('.')));
    expect((await request.get(page.pathname + page.search)).status()).toBe(200);
    expect(text('README.md')).toContain('## How to cite');
    expect(text('README.md')).toContain('## Licences');
    expect(text('README.md')).toContain(data.path);
    expect(descriptor.licenses.length).toBeGreaterThan(0);
    expect(parseCsv(text('sources.csv')).rows.length).toBe(descriptor.sources.length);
  });

test('a view is cited with its revision, day and address, in every format', async ({ request }) => {
  const query = chart('time=2015..2024&units=index&base=2015');
  const page = await read(request, `/chart?${query}`);
  const revision = words(page, '.site-footer code');
  const [csl] = await (await request.get(`/chart.csl.json?${query}`)).json();
  const bib = await (await request.get(`/chart.bib?${query}`)).text();
  const metadata = await (await request.get(`/chart.metadata.json?${query}`)).json();
  for (const said of [words(page, '.citation'), JSON.stringify(csl), bib, metadata.citation]) {
    expect(said).toContain(revision);
    expect(said).toContain('units=index');
  }
  expect(csl.issued['date-parts'][0]).toHaveLength(3);
  const cited = new URL(csl.URL);
  expect(cited.pathname).toBe('/chart');
  expect([...cited.searchParams].sort()).toEqual([...new URLSearchParams(query)].sort());
  expect(metadata.columns.value).toMatchObject({ type: 'number', role: 'measure' });
});

test('each button says how many rows its file has', async ({ request }) => {
  for (const path of [
    `/chart?${chart('freq=year&time=2015..2024')}`,
    '/claims/share-stolen?time=2018..2023',
    '/tables/ev-prices',
  ]) {
    const page = await read(request, path);
    const links = page
      .querySelectorAll('.downloads a')
      .map((link) => ({ href: link.getAttribute('href') ?? '', text: words(link) }));
    const counted = links.filter(({ text }) => / rows?\b/.test(text));
    for (const ending of ['.csv', '.metadata.json', '.zip'])
      expect(counted.map(({ href }) => href).join(), path).toContain(ending);
    expect(links.filter(({ href }) => href.includes('.csv')).length, path).toBeGreaterThan(1);
    for (const { href, text } of counted) {
      const said = /([\d,]+) rows?/.exec(text)?.[1];
      // Metadata and ZIP are of the CSV beside them, the ZIP's own is held to be the same.
      const { rows } = await csvOf(request, href.replace(/\.(metadata\.json|zip)/, '.csv'));
      expect(Number(said?.replaceAll(',', '')), href).toBe(rows.length);
    }
  }
});

test('pictures are offered in every size, each as large as it says', async ({ request }) => {
  for (const path of [`/chart?${chart('time=2015..2024')}`, '/tables/ev-prices?units=pch']) {
    const page = await read(request, path);
    const sizes: Record<string, [number, number]> = {};
    for (const link of page.querySelectorAll('.picture-links a')) {
      const response = await request.get(link.getAttribute('href') ?? '');
      expect(response.status()).toBe(200);
      const body = await response.body();
      const name = words(link).split(' of “')[0] ?? '';
      // Width and height stand in the first chunk of a PNG.
      if (name !== 'SVG') sizes[name] = [body.readUInt32BE(16), body.readUInt32BE(20)];
    }
    expect(Object.keys(sizes)).toEqual(['PNG', 'twice as sharp', 'narrow', 'for a post']);
    const [width, height] = sizes.PNG ?? [0, 0];
    expect(sizes['twice as sharp']).toEqual([2 * width, 2 * height]);
    expect(sizes['for a post']).toEqual([1200, 628]);
    expect(sizes.narrow?.[0]).toBe(2 * 358);
  }
});
