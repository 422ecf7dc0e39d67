import { expect, test } from '@playwright/test';
import { realCatalog } from '@/lib/data-fixture';
import { seriesChart } from '@/lib/view/chart';
import { refusalOf } from '@/lib/view/comparable';
import { findSeries, type Series, seriesById, seriesOf } from './series';

const TRADE = 'trade-by-partner:China:exports:customs:value_cad_millions';
const TRADE_BOP = 'trade-by-partner:China:exports:balance-of-payments:value_cad_millions';
const ALUMINIUM = 'aluminium-exports:United States:value_cad_millions';
const CANOLA = 'canola-seed-exports-monthly:China:terminal:thousand_tonnes';
const RATE = 'exchange-rates:calendar_year:CAD:units_per_usd';

async function series(...ids: string[]): Promise<Series[]> {
  const { tables } = await realCatalog();
  return ids.map((id) => {
    const found = seriesById(tables, id);
    if (!found) throw new Error(`no series "${id}"`);
    return found;
  });
}

test('every series has an id of its own, and is found by it', async () => {
  const { tables } = await realCatalog();
  const all = [...tables.values()].flatMap(seriesOf);
  expect(all.length).toBeGreaterThan(500);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.every((one) => seriesById(tables, one.id) === one)).toBe(true);
  expect(all.some(({ id }) => id.includes('~'))).toBe(false);
});

test('seriesById has nothing for what is not there', async () => {
  const { tables } = await realCatalog();
  for (const id of ['', ':', 'x', 'constructor:x', `${TRADE}x`, '__proto__:a'])
    expect(seriesById(tables, id)).toBeUndefined();
});

test('a series of a table where no row means none has zeros in its months', async () => {
  const [canola] = await series(CANOLA);
  // August 2014 to October 2025; China has rows to August 2025.
  expect(canola?.observations.length).toBe(135);
  expect(canola?.observations.slice(-3).map(({ value, row }) => [value, row === null])).toEqual([
    [114, false],
    [0, true],
    [0, true],
  ]);
});

test('findSeries(tables, words) wants every word, in any case', async () => {
  const { tables } = await realCatalog();
  const { found } = findSeries(tables, 'ALUMINIUM united', 1);
  expect(found.map(({ id }) => id)).toContain(ALUMINIUM);
  expect(findSeries(tables, 'aluminium zebra', 1)).toMatchObject({ found: [], count: 0, pages: 1 });
});

test('findSeries hands out every series once over its pages, and the last page for one beyond', async () => {
  const { tables } = await realCatalog();
  const all = [...tables.values()].flatMap(seriesOf);
  const { pages, count } = findSeries(tables, '', 1);
  expect(count).toBe(all.length);
  const listed = Array.from({ length: pages }, (_, index) => findSeries(tables, '', index + 1));
  expect(listed.flatMap(({ found }) => found)).toEqual(all);
  expect(findSeries(tables, '', 999)).toEqual(listed.at(-1));
});

test('a series is named in words, and by its measure where its table has several', async () => {
  const { tables } = await realCatalog();
  const all = [...tables.values()].flatMap(seriesOf);
  expect(all.filter(({ label }) => /_|\bTOTAL\b| · $|^ · | · {2}· /.test(label))).toEqual([]);
  const [canola, bop] = await series(CANOLA, TRADE_BOP);
  expect(canola?.label).toBe('China · terminal elevators');
  expect(bop?.label).toBe('China · exports · balance of payments');
  const factors = all.filter(({ table }) => table.resource.name === 'ev-cost-factors');
  expect(factors.map(({ label }) => label.split(' · ').at(-1))).toContain('High');
});

test('refusalOf refuses two bases of one flow, unless in per cent', async () => {
  const all = await series(TRADE, TRADE_BOP);
  expect(refusalOf(all, false)?.reason).toBe('basis');
  expect(refusalOf(all, true)).toBeNull();
});

test('refusalOf refuses two tables with one unit: they count on bases of their own', async () => {
  expect(refusalOf(await series(TRADE, ALUMINIUM), false)?.reason).toBe('basis');
});

test('refusalOf refuses two units', async () => {
  expect(refusalOf(await series(TRADE, CANOLA), false)?.reason).toBe('unit');
});

test('refusalOf refuses months beside years, also in per cent', async () => {
  expect(refusalOf(await series(TRADE, RATE), true)?.reason).toBe('period');
});

test('refusalOf has nothing against partners of one flow and basis', async () => {
  const japan = 'trade-by-partner:Japan:exports:customs:value_cad_millions';
  expect(refusalOf(await series(TRADE, japan), false)).toBeNull();
  expect(refusalOf([], false)).toBeNull();
});

test('seriesChart adds full years only, and names the one that is not over', async () => {
  const { tables } = await realCatalog();
  const made = seriesChart(await series(TRADE), { freq: 'year' }, tables);
  const points = made.series[0]?.points ?? [];
  // The twelve months of 2024 in the file add up to 30,003.3; 2026 ends in June.
  expect(points.find(({ when }) => when === '2024')?.value).toBeCloseTo(30003.3, 6);
  expect(points.slice(-2).map(({ when, value, why }) => [when, value !== null, why])).toEqual([
    ['2025', true, undefined],
    ['2026', false, 'months'],
  ]);
});

test('seriesChart refuses two units on one axis, but not side by side, unless as shares of one sum', async () => {
  const { tables } = await realCatalog();
  const all = await series(TRADE, CANOLA);
  expect(seriesChart(all, {}, tables).refusal?.reason).toBe('unit');
  expect(seriesChart(all, { form: 'multiples' }, tables).refusal).toBeNull();
  const shares = seriesChart(all, { form: 'multiples', units: 'share' }, tables);
  expect(shares.refusal?.reason).toBe('unit');
});

test('seriesChart says the table where two series have one name', async () => {
  const { tables } = await realCatalog();
  const [aluminium] = await series(ALUMINIUM);
  const namesake = { ...(aluminium as Series), id: 'x', table: tables.get('trade-by-partner') };
  const made = seriesChart([aluminium, namesake] as Series[], {}, tables);
  expect(made.series.map(({ label }) => label)).toEqual([
    'United States · Aluminium exports by destination, monthly',
    "United States · Canada's goods trade by partner, monthly",
  ]);
});

test('seriesChart turns amounts at the rate of their month', async () => {
  const { tables } = await realCatalog();
  const made = seriesChart(await series(TRADE), { currency: 'USD' }, tables);
  const june = made.series[0]?.points.find(({ when }) => when === 'June 2025');
  const [plain] = await series(TRADE);
  const value = plain?.observations.find(({ period }) => period.text === '2025-06')?.value ?? 0;
  // 1.3668 CAD a US dollar in June 2025.
  expect(june?.value).toBeCloseTo(value / 1.3668, 9);
  expect([...made.units.values()]).toEqual(['USD million']);
});

test('seriesChart gives no amount for months without a rate', async () => {
  const { tables } = await realCatalog();
  const made = seriesChart(await series(TRADE), { currency: 'USD' }, tables);
  // Monthly rates begin in 2018.
  expect(made.series[0]?.points.find(({ when }) => when === 'December 2017')?.value).toBeNull();
});
