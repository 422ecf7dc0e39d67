import { expect, test } from '@playwright/test';
import { tableCalled, tableOf } from '@/lib/claim/quantity-fixture';
import { realCatalog, tableIn } from '@/lib/data-fixture';
import { isPaged, pageOf, pagesOf, rowHref } from './pages';
import { parseRowName, rowName } from './row-name';
import { sourcesNamed, sourcesOf } from './source';
import { tableSummary } from './summary';

const long = (rows: number) =>
  tableOf(
    'long',
    [
      { name: 'period', type: 'string', role: 'period' },
      { name: 'name', type: 'string', role: 'dimension' },
    ],
    Array.from({ length: rows }, (_, n) => `${2020 + (n % 3)}-01 | ${n}`).join('\n'),
  );

test('isPaged(table) is true from 1001 rows on', () => {
  expect(isPaged(long(1000))).toBe(false);
  expect(isPaged(long(1001))).toBe(true);
});

test('pagesOf(table) is a page a year, newest first, or none', () => {
  expect(pagesOf(long(1001))).toEqual(['2022', '2021', '2020']);
  expect(pagesOf(long(1000))).toEqual([]);
});

test('pageOf(row) is the UTC year in which it starts, or other', () => {
  const { rows } = tableOf(
    'odd',
    [{ name: 'period', type: 'string', role: 'period' }],
    ['2024-01-01', '2024/25', '..2018'].join('\n'),
  );
  expect(rows.map(pageOf)).toEqual(['2024', '2024', 'other']);
});

test('rowHref(table, row) is the page and the key of the row', () => {
  const table = long(1001);
  const [row] = table.rows;
  expect(row && rowHref(table, row)).toBe('/tables/long/2020#2020-01~0');
  const short = tableCalled('shares');
  const [first] = short.rows;
  expect(first && rowHref(short, first)).toBe('/tables/shares#2023~calendar*5Fyear~Canada');
});

test('every row of every table has an address of its own, on a page that there is', async () => {
  const { tables } = await realCatalog();
  const pairs = [...tables.values()].flatMap((table) =>
    table.rows.map((row) => [table, row] as const),
  );
  const hrefs = pairs.map(([table, row]) => rowHref(table, row));
  expect(hrefs.length).toBeGreaterThan(9000);
  expect(new Set(hrefs).size).toBe(hrefs.length);
  const off = hrefs.filter(
    (href) => new URL(href, 'https://claimline.test').href.slice(22) !== href,
  );
  expect(off.slice(0, 3)).toEqual([]);
  const lost = pairs.filter(
    ([table, row]) => isPaged(table) && !pagesOf(table).includes(pageOf(row)),
  );
  expect(lost).toEqual([]);
});

test('the monthly trade has a page for each year from 2000 to 2026', async () => {
  const trade = tableIn(await realCatalog(), 'trade-by-partner');
  const pages = pagesOf(trade);
  expect([pages[0], pages.at(-1), pages.length]).toEqual(['2026', '2000', 27]);
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

test('tableSummary(table) has no span where no row has a period', async () => {
  const { rows, span } = tableSummary(tableIn(await realCatalog(), 'sources'));
  expect([rows > 400, span]).toEqual([true, null]);
});

test('every row names a source that there is', async () => {
  const { tables } = await realCatalog();
  const sources = sourcesOf(tables);
  for (const table of tables.values()) {
    const ids = new Set(table.rows.map((row) => String(row.cells.source_id)));
    expect([...ids].filter((id) => !sources.has(id))).toEqual([]);
  }
});

test('sourcesNamed(rows, tables) counts the rows that name each source', async () => {
  const { tables } = await realCatalog();
  const { rows } = tableIn({ tables }, 'diplomatic-relations');
  const named = sourcesNamed(rows, tables);
  expect(named).toHaveLength(19);
  expect(named.find(({ source }) => source.id === 'trade-mfa-list-mirror')?.rows).toBe(3);
  expect(named.reduce((sum, { rows: count }) => sum + count, 0)).toBe(21);
});
