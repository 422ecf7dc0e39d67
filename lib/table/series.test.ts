import { expect, test } from '@playwright/test';
import { frozenCatalog } from '@/lib/data-fixture';
import { seriesChart } from '@/lib/view/chart';
import { refusalOf } from '@/lib/view/comparable';
import { findSeries, type Series, seriesById, seriesOf } from './series';

const TRADE = 'fruit-trade:Freedonia:exports:customs:value_rtc_millions';
const LEDGER = 'fruit-trade:Freedonia:exports:ledger:value_rtc_millions';
const APPLES = 'apple-exports:Freedonia:value_rtc_millions';
const CIDER = 'cider-shipments:Freedonia:coastal:thousand_litres';
const RATE = 'exchange-rates:calendar_year:RTC:units_per_usd';

async function series(...ids: string[]): Promise<Series[]> {
  const { tables } = await frozenCatalog();
  return ids.map((id) => {
    const found = seriesById(tables, id);
    if (!found) throw new Error(`no series "${id}"`);
    return found;
  });
}

test('seriesById has nothing for what is not there', async () => {
  const { tables } = await frozenCatalog();
  for (const id of ['', ':', 'x', 'constructor:x', `${TRADE}x`, '__proto__:a'])
    expect(seriesById(tables, id)).toBeUndefined();
});

test('a series of a table where no row means none has zeros in its months, and no figure where one is awaited', async () => {
  const sylvania = 'cider-shipments:Sylvania:coastal:thousand_litres';
  const [cider, awaited] = await series(CIDER, sylvania);
  // August 2022 to August 2024; the cider of July 2024 is from the upland cellars.
  expect(cider?.observations.length).toBe(25);
  expect(cider?.observations.slice(-3).map(({ value, row }) => [value, row === null])).toEqual([
    [0, true],
    [0, true],
    [8, false],
  ]);
  expect(awaited?.observations.slice(-2).map(({ value }) => value)).toEqual([0, null]);
});

test('findSeries(tables, words) wants every word, in any case', async () => {
  const { tables } = await frozenCatalog();
  const { found } = findSeries(tables, 'APPLE exports freedonia', 1);
  expect(found.map(({ id }) => id)).toContain(APPLES);
  expect(findSeries(tables, 'apples zebra', 1)).toMatchObject({ found: [], count: 0, pages: 1 });
});

test('findSeries hands out every series once over its pages, and the last page for one beyond', async () => {
  const { tables } = await frozenCatalog();
  const all = [...tables.values()].flatMap(seriesOf);
  const { pages, count } = findSeries(tables, '', 1);
  expect(count).toBe(all.length);
  expect(pages).toBeGreaterThan(1);
  const listed = Array.from({ length: pages }, (_, index) => findSeries(tables, '', index + 1));
  const ids = (some: Series[]) => some.map(({ id }) => id);
  expect(ids(listed.flatMap(({ found }) => found))).toEqual(ids(all));
  const { found, ...place } = findSeries(tables, '', 999);
  expect(ids(found)).toEqual(ids(listed.at(-1)?.found ?? []));
  expect(place).toEqual({ count, pages, page: pages });
});

test('a series is named in words, and by its measure where its table has several', async () => {
  const { tables } = await frozenCatalog();
  const all = [...tables.values()].flatMap(seriesOf);
  expect(all.filter(({ label }) => /_| · $|^ · | · {2}· /.test(label))).toEqual([]);
  const [cider, ledger] = await series(CIDER, LEDGER);
  expect(cider?.label).toBe('Freedonia · coastal cellars');
  expect(ledger?.label).toBe('Freedonia · exports · ledger of the ministry');
  const costs = all.filter(({ table }) => table.resource.name === 'crate-costs');
  expect(costs.map(({ label }) => label.split(' · ').at(-1))).toContain('High');
});

test('refusalOf refuses two bases of one flow, unless in per cent', async () => {
  const all = await series(TRADE, LEDGER);
  expect(refusalOf(all, false)?.reason).toBe('basis');
  expect(refusalOf(all, true)).toBeNull();
});

test('refusalOf refuses two tables with one unit: they count on bases of their own', async () => {
  expect(refusalOf(await series(TRADE, APPLES), false)?.reason).toBe('basis');
});

test('refusalOf refuses two units', async () => {
  expect(refusalOf(await series(TRADE, CIDER), false)?.reason).toBe('unit');
});

test('refusalOf refuses months beside years, also in per cent', async () => {
  expect(refusalOf(await series(TRADE, RATE), true)?.reason).toBe('period');
});

test('refusalOf has nothing against partners of one flow and basis', async () => {
  const sylvania = 'fruit-trade:Sylvania:exports:customs:value_rtc_millions';
  expect(refusalOf(await series(TRADE, sylvania), false)).toBeNull();
  expect(refusalOf([], false)).toBeNull();
});

test('seriesChart adds full years only, and names the one that is not over', async () => {
  const { tables } = await frozenCatalog();
  const made = seriesChart(await series(TRADE), { freq: 'year' }, tables);
  const points = made.series[0]?.points ?? [];
  // 10 + 11 + … + 21; 2024 ends in June.
  expect(points.map(({ when, value, why }) => [when, value, why])).toEqual([
    ['2023', 186, undefined],
    ['2024', null, 'months'],
  ]);
});

test('seriesChart refuses two units on one axis, but not side by side, unless as shares of one sum', async () => {
  const { tables } = await frozenCatalog();
  const all = await series(TRADE, CIDER);
  expect(seriesChart(all, {}, tables).refusal?.reason).toBe('unit');
  expect(seriesChart(all, { form: 'multiples' }, tables).refusal).toBeNull();
  const shares = seriesChart(all, { form: 'multiples', units: 'share' }, tables);
  expect(shares.refusal?.reason).toBe('unit');
});

test('seriesChart says the table where two series have one name', async () => {
  const { tables } = await frozenCatalog();
  const [apples] = await series(APPLES);
  const namesake = { ...(apples as Series), id: 'x', table: tables.get('fruit-trade') };
  const made = seriesChart([apples, namesake] as Series[], {}, tables);
  expect(made.series.map(({ label }) => label)).toEqual([
    'Freedonia · Apple exports by destination, monthly',
    "Freedonia · Ruritania's fruit trade by partner, monthly",
  ]);
});

test('seriesChart turns amounts at the rate of their month', async () => {
  const { tables } = await frozenCatalog();
  const made = seriesChart(await series(TRADE), { currency: 'USD' }, tables);
  const june = made.series[0]?.points.find(({ when }) => when === 'June 2024');
  // 25 million crowns at 1.5 a US dollar.
  expect(june?.value).toBeCloseTo(25 / 1.5, 9);
  expect([...made.units.values()]).toEqual(['USD million']);
});

test('seriesChart gives no amount for months without a rate', async () => {
  const { tables } = await frozenCatalog();
  const made = seriesChart(await series(TRADE), { currency: 'USD' }, tables);
  // Monthly rates begin in 2024.
  expect(made.series[0]?.points.find(({ when }) => when === 'December 2023')?.value).toBeNull();
});
