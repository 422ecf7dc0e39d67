import { expect, test } from '@playwright/test';
import type { Catalog } from '@/lib/catalog';
import type { ChartInput } from '@/lib/chart/input';
import { changedCatalog, claimIn, realCatalog } from '@/lib/data-fixture';
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

const seed2024 =
  '2024,calendar_year,total,seed,Canada,importer,all,6130000,,final,,canola-reuters-2025-01';

test('one figure of China’s seed imports moves result, verdict, answer, chart and rows', async () => {
  const before = seen(await realCatalog(), 'share-stolen');
  expect([before.verdict, before.results]).toEqual(['does-not-hold-as-worded', 'fhffh']);
  expect(pointIn(before.charts, 'share-stolen-share', 'computed', '2024')).toBeCloseTo(95.931, 3);
  expect(before.charts[0]?.title).toContain('higher');

  const fewer = seed2024.replace('6130000', '5000000');
  const changed = await changedCatalog('china-rapeseed-imports', [[seed2024, fewer]]);
  const after = seen(changed, 'share-stolen');
  // 5.0 of 6.39 million tonnes is 78.2473%, below 92; the other 1.39 are 21.7527%, above 5.
  expect([after.verdict, after.results]).toEqual(['mostly-holds', 'hhhfh']);
  expect(after.result.readings[0]?.outcomes[0]?.measured?.value).toBeCloseTo(78.2473, 4);
  expect(after.result.readings[2]?.outcomes[0]?.measured?.value).toBeCloseTo(21.7527, 4);
  expect(after.answer).toContain(
    '78.2% of China’s imported canola seed in 2024, less than the 92%',
  );
  expect(pointIn(after.charts, 'share-stolen-share', 'computed', '2024')).toBeCloseTo(78.247, 3);
  expect(after.charts[0]?.title).toContain('lower');
  const row = after.rows.find((one) => one.row.raw.join() === fewer);
  expect(row?.readings).toEqual([1, 3]);
});

const december = '2024-12,China,exports,customs,2543.4,trade-sc-12100011-sib';

test('one month of exports moves every claim that rests on its year', async () => {
  const more = december.replace('2543.4', '20000.0');
  const changed = await changedCatalog('trade-by-partner', [[december, more]]);

  // 30,003.3 − 2,543.4 + 20,000 = 47,459.9; to 35,034.3 that is a fall of 26.1813%.
  const lost = seen(changed, 'lose-china-market');
  expect([lost.verdict, lost.results]).toEqual(['holds', 'hhh']);
  expect(lost.result.readings[0]?.outcomes[0]?.measured?.value).toBeCloseTo(-26.1813, 4);
  expect(lost.answer).toContain('exports to China fell by 26.2% in 2025');
  const line = pointIn(lost.charts, 'lose-china-market-exports', 'exports', '2024');
  expect(line).toBeCloseTo(47.4599, 6);
  expect(chartOf(lost.charts, 'lose-china-market-exports').title).toContain('fell by 26.2%');

  const paid = seen(changed, 'paid-real-money');
  expect(paid.results).toBe('hhfuu');
  expect(paid.result.readings[2]?.outcomes[0]?.measured?.value).toBeCloseTo(47459.9, 6);
});

const canada = '1970-10-13,Canada,CAN,yes,embassy,,trade-gac-diplo';

test('one date moves a ranking, its list, its chart and its title', async () => {
  const changed = await changedCatalog('diplomatic-relations', [
    [canada, canada.replace('1970-10-13', '1950-01-13')],
  ]);
  const { verdict, results, answer, charts, result } = seen(changed, 'early-relations');
  expect([verdict, results]).toEqual(['holds', 'hhhh']);
  expect(result.readings[0]?.outcomes[0]?.measured?.value).toBeCloseTo(100 / 18, 6);
  expect(answer).toContain('Canada was the 1st to establish relations, on 13 January 1950');
  const [chart] = charts;
  expect(chart?.title).toBe('Canada came 1st of 18 Western countries');
  const first = chart?.layout === 'by-row' ? chart.rows[0] : undefined;
  expect([first?.label, first?.text, first?.value]).toEqual([
    'Canada',
    '13 January 1950',
    Date.UTC(1950, 0, 13),
  ]);
});

const beijing = '2025-06-06,Carney - Li Qiang telephone call,Beijing,morning,trade-worldjournal';

test('one day moves the date of a call', async () => {
  const changed = await changedCatalog('leader-call', [
    [beijing, beijing.replace('2025-06-06', '2025-06-07')],
  ]);
  const { verdict, results, answer } = seen(changed, 'call-date');
  expect([verdict, results]).toEqual(['does-not-hold', 'ff']);
  expect(answer).toContain('In Beijing the call was on 7 June 2025, not as the article says');
});

test('a reader’s own limit moves result and verdict, and neither figure nor chart', async () => {
  const catalog = await realCatalog();
  const claim = claimIn(catalog, 'cheapest-ev');
  const ours = evidence(catalog, claim);
  // 42,090 is within 6% of 40,000: up to 42,400.
  const own = evidence(catalog, claim, { 3: 6 });
  expect([ours.result.verdict, own.result.verdict]).toEqual(['mostly-holds', 'holds']);
  expect(own.result.readings[2]?.outcomes[0]?.measured?.value).toBe(42090);
  const titled = ours.charts.map((chart) => ({ ...chart, title: chart.measure ?? chart.title }));
  expect(own.charts).toEqual(titled);
  expect(own.charts).not.toEqual(ours.charts);
});

test('without its row a reading is unsettled, and the claim with it, not wrong', async () => {
  const changed = await changedCatalog('china-rapeseed-imports', [[seed2024, null]]);
  const { verdict, results, answer, charts, result } = seen(changed, 'share-stolen');
  expect([verdict, results]).toEqual(['cannot-be-settled', 'uhufh']);
  expect(result.readings[0]?.outcomes[0]?.measured).toBe(null);
  expect(result.readings[0]?.outcomes[0]?.inputs[0]?.missing).toEqual(['From Canada, 2024']);
  expect(answer).toBe('The data do not give Canada’s share of China’s canola seed in 2024.');
  expect(pointIn(charts, 'share-stolen-share', 'computed', '2024')).toBe(null);
});

test('without one month a year is not added up from eleven', async () => {
  const may = '2024-05,China,exports,customs,2578.1,trade-sc-12100011-sib';
  const changed = await changedCatalog('trade-by-partner', [[may, null]]);
  const { verdict, results, answer, charts, result } = seen(changed, 'lose-china-market');
  expect([verdict, results]).toEqual(['cannot-be-settled', 'uhh']);
  expect(result.readings[0]?.outcomes[0]?.inputs[0]?.missing).toEqual([
    'Exports to China, 2024, 2024-05',
  ]);
  expect(answer).toContain('exports to China are not known in 2025');
  const point = (when: string) => pointIn(charts, 'lose-china-market-exports', 'exports', when);
  expect(point('2024')).toBe(null);
  expect(point('2025')).toBeCloseTo(35.0343, 6);
});

test('without one month of another country a ranking of that year is not known', async () => {
  const july = '2024-07,Mexico,imports,customs,3942.5,trade-sc-12100011-sib';
  const changed = await changedCatalog('trade-by-partner', [[july, null]]);
  const { verdict, results, result } = seen(changed, 'second-partner');
  expect([verdict, results]).toEqual(['cannot-be-settled', 'uuff']);
  expect(result.readings[1]?.outcomes[0]?.byPeriod.at(-2)?.value).toBe(2);
  expect(result.readings[1]?.outcomes[0]?.byPeriod.at(-1)?.value).toBe(null);
});
