import { expect, test } from '@playwright/test';
import { tableCalled, tableOf } from '@/lib/claim/quantity-fixture';
import { frozenCatalog, tableIn } from '@/lib/data-fixture';
import { isPaged, pageOf, pagesOf, rowHref } from './pages';
import { parseRowName, rowName } from './row-name';
import { sourcesNamed } from './source';
import { tableSummary } from './summary';
import type { Table } from './table';

const columns = [
  { name: 'period', type: 'string', role: 'period' },
  { name: 'name', type: 'string', role: 'dimension' },
] as const;

function paged(lines: string, pages?: 'year' | string[]): Table {
  const { resource, rows } = tableOf('long', [...columns], lines);
  return { resource: { ...resource, pages }, rows };
}

const years = '2020-01 | a\n2022-01 | b\n2021-01 | c';

test('pagesOf(table) is a page a year, newest first, or none', () => {
  expect(pagesOf(paged(years, 'year'))).toEqual(['2022', '2021', '2020']);
  expect(pagesOf(paged(years))).toEqual([]);
  expect(isPaged(paged(years))).toBe(false);
});

test('pageOf(table, row) is the UTC year in which the row starts, or other', () => {
  const table = paged('2024-01-01 | a\n2024/25 | b\n..2018 | c', 'year');
  expect(table.rows.map((row) => pageOf(table, row))).toEqual(['2024', '2024', 'other']);
});

test('pageOf(table, row) is the topic that a source’s id begins with', async () => {
  const table = tableIn(await frozenCatalog(), 'sources');
  expect(pagesOf(table)).toEqual(['cider', 'law', 'orchard', 'press', 'rates', 'treaty']);
  const row = table.rows.find(({ key }) => key === 'press-herald');
  expect(row && rowHref(table, row)).toBe('/tables/sources/press#press-herald');
});

test('pagesOf(table) has one page for all topics that the descriptor does not name', () => {
  expect(pagesOf(paged(years, ['2020']))).toEqual(['2020', 'other']);
});

test('rowHref(table, row) is the page and the key of the row', () => {
  const table = paged(years, 'year');
  const [row] = table.rows;
  expect(row && rowHref(table, row)).toBe('/tables/long/2020#2020-01~a');
  const short = tableCalled('shares');
  const [first] = short.rows;
  expect(first && rowHref(short, first)).toBe('/tables/shares#2023~calendar*5Fyear~Canada');
});

test('rowName(table, key) and parseRowName(name) undo each other', () => {
  expect(rowName('events', '2024~a')).toBe('events#2024~a');
  expect(parseRowName('events#2024~a')).toEqual({ table: 'events', key: '2024~a' });
  expect(parseRowName('events#a#b')).toEqual({ table: 'events', key: 'a#b' });
});

test('tableSummary(table) counts rows and sources, and spans from first to last', () => {
  const table = tableOf(
    'sums',
    [
      { name: 'period', type: 'string', role: 'period' },
      { name: 'source_id', type: 'string', role: 'source' },
    ],
    `
    2024-06 | stats
    ..2018  | stats
    2019/20 | press
    2024    | press`,
  );
  expect(tableSummary(table)).toEqual({ rows: 4, span: 'crop year 2019/20 – 2024', sources: 2 });
});

test('tableSummary(table) says a day once where all rows are of it', async () => {
  const fields = [{ name: 'period', type: 'string', role: 'period' } as const];
  const { span } = tableSummary(tableOf('days', fields, '2026-11-23\n2026-11-23'));
  expect(span).toBe('23 November 2026');
});

test('tableSummary(table) has no span where no row has a period', async () => {
  const { rows, span } = tableSummary(tableIn(await frozenCatalog(), 'sources'));
  expect([rows, span]).toEqual([11, null]);
});

test('sourcesNamed(rows, tables) counts the rows that name each source', async () => {
  const { tables } = await frozenCatalog();
  const { rows } = tableIn({ tables }, 'orchard-treaty');
  const named = sourcesNamed(rows, tables);
  expect(named.map(({ source, rows: count }) => [source.id, count])).toEqual([
    ['treaty-archive', 3],
    ['treaty-list', 3],
  ]);
});
