import { createHash } from 'node:crypto';
import { type APIResponse, expect, test } from '@playwright/test';
import { type CsvRow, claims, file, parseCsv, resources, tableRows } from './data';
import { sent } from './html';

function expectCsvHeaders(response: APIResponse, filename: string) {
  expect(response.status()).toBe(200);
  const headers = response.headers();
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toBe(`attachment; filename="${filename}"`);
  expect(headers['access-control-allow-origin']).toBe('*');
}

test('a table’s CSV is its file, byte for byte', async ({ request }) => {
  for (const { name, path } of resources) {
    const response = await request.get(`/tables/${name}.csv`);
    expectCsvHeaders(response, `${name}.csv`);
    expect((await response.body()).equals(file(path)), name).toBe(true);
  }
});

test('claims.csv has one row a claim and the promised columns', async ({ request }) => {
  const response = await request.get('/claims.csv');
  expectCsvHeaders(response, 'claims.csv');
  const { header, rows } = parseCsv(await response.text());
  expect(header).toEqual([
    'id',
    'quote',
    'paragraph',
    'topic',
    'verdict',
    'readings_held',
    'readings',
    'answer',
    'text',
  ]);
  const told = rows.map(({ id, quote, paragraph, topic, readings }) => ({
    id,
    quote,
    paragraph,
    topic,
    readings,
  }));
  expect(told).toEqual(
    claims.map(({ id, quote, paragraph, topic, readings }) => ({
      id,
      quote,
      paragraph: String(paragraph ?? ''),
      topic,
      readings: String(readings.filter(({ role }) => role === 'words').length),
    })),
  );
});

/** A table's rows by what a claim's CSV says of them: period, dimensions, source. */
function rowsByName(name: string): Map<string, CsvRow> {
  const fields = resources.find((resource) => resource.name === name)?.schema.fields ?? [];
  const of = (role: string) => fields.filter((field) => field.role === role);
  return new Map(
    tableRows(name).map((row) => {
      const dimensions = of('dimension').flatMap((field) =>
        row[field.name] ? [`${field.name}=${row[field.name]}`] : [],
      );
      const period = of('period')[0];
      return [
        [period ? row[period.name] : '', dimensions.join('; '), row.source_id].join('\n'),
        row,
      ];
    }),
  );
}

const unguarded = (text: string | undefined) => (text ?? '').replace(/^'(?=[=+\-@])/, '');

test('every row of a claim’s CSV is a row of a table, with its value and its address', async ({
  request,
}) => {
  const tables = new Map(resources.map(({ name }) => [name, rowsByName(name)]));
  const ids = new Map<string, Set<string>>();
  const faults: string[] = [];
  /** Of a table's page and, where its rows stand on several, of all of them. */
  const idsOf = async (address: string) => {
    const known = ids.get(address);
    if (known) return known;
    const page = sent(await (await request.get(address)).text());
    const found = new Set(page.ids);
    for (const href of page.hrefs.filter((one) => one.startsWith(`${address}/`)))
      for (const id of sent(await (await request.get(href)).text()).ids) found.add(id);
    ids.set(address, found);
    return found;
  };
  for (const { id, readings } of claims) {
    const response = await request.get(`/claims/${id}.csv`);
    expectCsvHeaders(response, `claim-${id}-rows.csv`);
    const { header, rows } = parseCsv(await response.text());
    expect(header).toEqual([
      'table',
      'row',
      'period',
      'dimensions',
      'measure',
      'value',
      'unit',
      'readings',
      'in_chart',
      'attributes',
      'source_id',
    ]);
    expect(rows.length, id).toBeGreaterThan(0);
    expect(
      rows.some((row) => row.in_chart === 'yes'),
      id,
    ).toBe(true);
    for (const row of rows) {
      const what = `${id}: ${row.table} ${row.row} ${row.measure}`;
      const name = [row.period, unguarded(row.dimensions), row.source_id].join('\n');
      const found = tables.get(row.table ?? '')?.get(name);
      if (!found) faults.push(`${what}: no such row`);
      else if (row.measure && row.value !== found[row.measure])
        faults.push(`${what}: ${row.value} is not ${found[row.measure]}`);
      if (!(await idsOf(`/tables/${row.table}`)).has(row.row ?? ''))
        faults.push(`${what}: not on its page`);
      for (const number of (row.readings ?? '').split(' ').filter(Boolean))
        if (!(Number(number) <= readings.length)) faults.push(`${what}: no reading ${number}`);
    }
  }
  expect(faults).toEqual([]);
});

test('datapackage.json names every table with its size, its SHA-256 and a path that resolves', async ({
  request,
  baseURL,
}) => {
  const address = new URL('/datapackage.json', baseURL);
  const response = await request.get(address.href);
  expect(response.status()).toBe(200);
  expect(response.headers()['content-type']).toContain('application/json');
  expect(response.headers()['access-control-allow-origin']).toBe('*');
  const described = (await response.json()) as {
    resources: { name: string; path: string; bytes: number; hash: string }[];
  };
  expect(described.resources.map(({ name }) => name)).toEqual(resources.map(({ name }) => name));
  for (const { name, path, bytes, hash } of described.resources) {
    const table = await request.get(new URL(path, address).href);
    expect(table.status(), path).toBe(200);
    const body = await table.body();
    expect(body.length, name).toBe(bytes);
    expect(`sha256:${createHash('sha256').update(body).digest('hex')}`, name).toBe(hash);
  }
});

test('a CSV that does not exist is not found', async ({ request }) => {
  for (const address of ['/tables/no-such-table.csv', '/claims/no-such-claim.csv'])
    expect((await request.get(address)).status(), address).toBe(404);
});

test('the link under a table saves its file', async ({ page }) => {
  await page.goto('/tables/leader-call');
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: /^CSV of all/ }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('leader-call.csv');
});
