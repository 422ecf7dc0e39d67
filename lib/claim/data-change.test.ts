import { expect, test } from '@playwright/test';
import type { Catalog } from '@/lib/catalog';
import type { ChartInput } from '@/lib/chart/input';
import { changedCatalog, claimIn, frozenCatalog } from '@/lib/data-fixture';
import { evidence } from './evidence';

/** What a page says of a claim, in one line a reading. */
const seen = (catalog: Catalog, id: string) => {
  const found = evidence(catalog, claimIn(catalog, id));
  return {
    ...found,
    verdict: found.result.verdict,
    results: found.result.readings.map((reading) => reading.result[0]).join(''),
  };
};

function chartOf(charts: ChartInput[], id: string): ChartInput {
  const chart = charts.find((one) => one.id === id);
  if (!chart) throw new Error(`no chart "${id}"`);
  return chart;
}

function pointIn(charts: ChartInput[], id: string, series: string, when: string) {
  const chart = chartOf(charts, id);
  if (chart.layout !== 'over-time') throw new Error(`"${id}" has no points`);
  return chart.series.find((one) => one.id === series)?.points.find((point) => point.when === when)
    ?.value;
}

const january = '2023-01,Freedonia,exports,customs,10.0,orchard-stats';
const quarter = (charts: ChartInput[], when: string) =>
  pointIn(charts, 'lost-market-exports', 'exports', `quarter ${when}`);

test('one figure of a month moves results, verdict, answer, charts and rows', async () => {
  const before = seen(await frozenCatalog(), 'lost-market');
  expect([before.verdict, before.results]).toEqual(['does-not-hold', 'fff']);
  // 10 + 11 + 12 million, in billions.
  expect(quarter(before.charts, '1 of 2023')).toBeCloseTo(0.033, 9);
  expect(chartOf(before.charts, 'lost-market-exports').title).toContain('rose by 80%');

  const more = january.replace('10.0', '400.0');
  const after = seen(await changedCatalog('fruit-trade', [[january, more]]), 'lost-market');
  // 400 + 11 + … + 15 = 465, to 135: −330 ÷ 465. The year is 576 of 1,200, 48%: 22.5 − 48.
  expect([after.verdict, after.results]).toEqual(['mostly-holds', 'hhf']);
  const measured = after.result.readings.map(({ outcomes }) => outcomes[0]?.measured?.value);
  expect(measured[0]).toBeCloseTo(-70.967742, 6);
  expect(measured[1]).toBeCloseTo(-25.5, 9);
  expect(after.answer).toBe(
    'Exports to Freedonia fell by 71% between the first halves of 2023 and 2024, and their share of all exports went from 48% to 22.5%.',
  );
  expect(quarter(after.charts, '1 of 2023')).toBeCloseTo(0.423, 9);
  expect(chartOf(after.charts, 'lost-market-exports').title).toContain('fell by 71%');
  const row = after.rows.find((one) => one.row.raw.join() === more);
  expect([row?.readings, row?.drawn]).toEqual([[1, 2], true]);
});

test('one rate moves every price that is turned at it', async () => {
  const june = '2024-06,month,RTC,1.5,rates-monthly';
  const changed = await changedCatalog('exchange-rates', [[june, june.replace('1.5', '2')]]);
  // 54 ÷ 4 × 2 and 21 × 2.
  const { verdict, results, charts } = seen(changed, 'crate-price');
  expect([verdict, results]).toEqual(['does-not-hold-as-worded', 'fffh']);
  const bars = chartOf(charts, 'crate-price-prices');
  expect(bars.layout === 'by-row' && bars.rows.map(({ value }) => value)).toEqual([27, 27, 42]);
});

const ruritania = '1922-07-04,Ruritania,yes,embassy,,treaty-archive';

test('one date moves a ranking, its list, its chart and its title', async () => {
  const changed = await changedCatalog('orchard-treaty', [
    [ruritania, ruritania.replace('1922-07-04', '1920-01-13')],
  ]);
  const { verdict, results, answer, charts, result } = seen(changed, 'early-treaty');
  expect([verdict, results]).toEqual(['holds', 'hhhh']);
  expect(result.readings[0]?.outcomes[0]?.measured?.value).toBeCloseTo(100 / 5, 6);
  expect(answer).toContain('Ruritania was the 1st to sign, on 13 January 1920');
  const [chart] = charts;
  expect(chart?.title).toBe('Ruritania came 1st of 5 countries of the Bloc');
  const first = chart?.layout === 'by-row' ? chart.rows[0] : undefined;
  expect([first?.label, first?.text, first?.value]).toEqual([
    'Ruritania',
    '13 January 1920',
    Date.UTC(1920, 0, 13),
  ]);
});

const fortDuck = '2024-06-01,Blight inspection,Fort Duck,morning,press-herald';

test('one day moves the date of an event', async () => {
  const changed = await changedCatalog('inspection', [
    [fortDuck, fortDuck.replace('2024-06-01', '2024-06-02')],
  ]);
  const { verdict, results, answer } = seen(changed, 'inspection-date');
  expect([verdict, results]).toEqual(['does-not-hold', 'ff']);
  expect(answer).toContain('the inspection was on 2 June 2024, not as the leaflet says');
});

test('a reader’s own limit moves result and verdict, and neither figure nor chart', async () => {
  const catalog = await frozenCatalog();
  const claim = claimIn(catalog, 'crate-price');
  const ours = evidence(catalog, claim);
  // 26 is within 30% of 20: up to 26.
  const own = evidence(catalog, claim, { 2: 30 });
  expect([ours.result.verdict, own.result.verdict]).toEqual(['holds-in-part', 'mostly-holds']);
  expect(own.result.readings[1]?.outcomes[0]?.measured?.value).toBe(26);
  const titled = ours.charts.map((chart) => ({ ...chart, title: chart.measure ?? chart.title }));
  expect(own.charts).toEqual(titled);
});

test('without its row a reading is unsettled, and the claim with it, not wrong', async () => {
  const target = '2028,target,% of orchards,100,,law-gazette';
  const changed = await changedCatalog('replanting-plan', [[target, null]]);
  const { verdict, results, answer, charts, result } = seen(changed, 'replanting-rule');
  expect([verdict, results]).toEqual(['cannot-be-settled', 'uffu']);
  expect(result.readings[3]?.outcomes[0]?.measured).toBe(null);
  expect(result.readings[0]?.outcomes[1]?.inputs[0]?.missing).toEqual(['Target, 2028']);
  expect(answer).toContain('The rule in force in June 2024 is not known from 2028');
  expect(pointIn(charts, 'replanting-rule-path', 'target', '2028')).toBe(null);
  expect(pointIn(charts, 'replanting-rule-path', 'target', '2027')).toBe(80);
});

test('without one month a half year is not added up from five', async () => {
  const may = '2024-05,Freedonia,exports,customs,24.0,orchard-stats';
  const changed = await changedCatalog('fruit-trade', [[may, null]]);
  const { verdict, results, answer, charts, result } = seen(changed, 'lost-market');
  expect([verdict, results]).toEqual(['cannot-be-settled', 'uuf']);
  expect(result.readings[0]?.outcomes[0]?.inputs[1]?.missing).toEqual([
    'To Freedonia, first half of 2024, 2024-05',
  ]);
  expect(answer).toContain('Exports to Freedonia are not known between');
  expect(quarter(charts, '2 of 2024')).toBe(null);
  expect(quarter(charts, '1 of 2024')).toBeCloseTo(0.063, 9);
});
