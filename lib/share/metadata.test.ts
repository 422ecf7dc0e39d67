import { expect, test } from '@playwright/test';
import { metadata } from './metadata';
import { dated, realClaimWork, realTableWork } from './work-fixture';

test('metadata(work) says what a table is, of when, and where it stands', async () => {
  expect(metadata(await realTableWork('canola-seed-exports-monthly'))).toMatchObject({
    title: 'Canola seed exports by destination, monthly',
    unit: 'thousand tonnes',
    timespan: '2014-08-01/2025-10-31',
    lastUpdated: '2026-11-23',
    revision: 'abc123',
    address: 'http://localhost:3000/tables/canola-seed-exports-monthly',
    columns: {
      thousand_tonnes: { title: 'Canola seed exported', unit: 'thousand tonnes', role: 'measure' },
      source_id: { unit: null, role: 'source' },
    },
  });
});

test('metadata(work) names every column of the CSV, in its order', async () => {
  const catalog = await dated();
  const tables = await Promise.all([...catalog.tables.keys()].map(realTableWork));
  const claims = await Promise.all(catalog.claims.claims.map(({ id }) => realClaimWork(id)));
  for (const work of [...tables, ...claims]) {
    const [header] = work.csv.text.split('\n', 1);
    expect(Object.keys(metadata(work).columns).join(','), work.stem).toBe(header);
  }
});

test('metadata(work) gives no unit to a table with several', async () => {
  expect(metadata(await realTableWork('canola-seed-exports-reported')).unit).toBeNull();
  expect(metadata(await realTableWork('ev-prices')).unit).toBeNull();
});

test('metadata(work) has the source of every row, with what is known of it', async () => {
  const { sources } = metadata(await realTableWork('canola-seed-exports-monthly'));
  expect(sources).toEqual([
    {
      id: 'canola-cgc-exports',
      producer: 'Canadian Grain Commission',
      title: expect.stringContaining('Exports of Canadian Grain'),
      urlMain: expect.stringMatching(/^https:/),
      urlIsSiteOnly: true,
      datePublished: 'data to 2025-10',
      license: { name: 'other-at', title: expect.any(String) },
      via: expect.stringContaining('public copy'),
    },
  ]);
});

test('metadata(work) leaves the licence of a source open where its table has several', async () => {
  const { licenses, sources } = metadata(await realTableWork('canola-prices'));
  expect(licenses).toHaveLength(2);
  expect(new Set(sources.map(({ license }) => license))).toEqual(new Set([null]));
});
