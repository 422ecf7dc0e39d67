import { expect, test } from '@playwright/test';
import { metadata } from './metadata';
import { dated, frozenClaimWork, frozenTableWork } from './work-fixture';

test('metadata(work) says what a table is, of when, and where it stands', async () => {
  expect(metadata(await frozenTableWork('cider-shipments'))).toMatchObject({
    title: 'Cider shipped by destination, monthly',
    unit: 'thousand litres',
    timespan: '2022-08-01/2024-08-31',
    lastUpdated: '2025-03-01',
    revision: 'abc123',
    address: 'http://localhost:3000/tables/cider-shipments',
    columns: {
      thousand_litres: { title: 'Cider shipped', unit: 'thousand litres', role: 'measure' },
      source_id: { unit: null, role: 'source' },
    },
  });
});

test('metadata(work) names every column of the CSV, in its order', async () => {
  const catalog = await dated();
  const tables = await Promise.all([...catalog.tables.keys()].map(frozenTableWork));
  const claims = await Promise.all(catalog.claims.claims.map(({ id }) => frozenClaimWork(id)));
  for (const work of [...tables, ...claims]) {
    const [header] = work.csv.text.split('\n', 1);
    expect(Object.keys(metadata(work).columns).join(','), work.stem).toBe(header);
  }
});

test('metadata(work) gives no unit to a table with several', async () => {
  expect(metadata(await frozenTableWork('harvest-reported')).unit).toBeNull();
  expect(metadata(await frozenTableWork('crate-prices')).unit).toBeNull();
});

test('metadata(work) has the source of every row, with what is known of it', async () => {
  const { sources } = metadata(await frozenTableWork('cider-shipments'));
  expect(sources).toEqual([
    {
      id: 'cider-guild',
      producer: 'Cider Guild',
      title: 'Shipments of the month',
      urlMain: 'https://cider.example/shipments',
      urlIsSiteOnly: true,
      datePublished: 'data to 2024-08',
      license: {
        name: 'other-at',
        title: 'Figures quoted with attribution; each publisher keeps its rights',
      },
      via: "a public copy of the guild's tables",
    },
  ]);
});

test('metadata(work) leaves the licence of a source open where its table has several', async () => {
  const { licenses, sources } = metadata(await frozenTableWork('harvest-reported'));
  expect(licenses).toHaveLength(2);
  expect(new Set(sources.map(({ license }) => license))).toEqual(new Set([null]));
});
