import { expect, test } from '@playwright/test';
import { chartSpec, type Gap } from '@/lib/chart/spec';
import { realCatalog, tableIn } from '@/lib/data-fixture';
import { seriesOf } from '@/lib/table/series';
import { applyView } from '@/lib/view/apply-view';
import { NOTHING } from '@/lib/view/chosen';
import type { View } from '@/lib/view/view';
import { ableInFiles, MOST, seriesProblem, seriesView, wholeCharts } from './series-view';

const trade = (partner: string) => `trade-by-partner:${partner}:exports:customs:value_cad_millions`;
const series = [
  trade('China'),
  trade('Japan'),
  'canola-seed-exports-monthly:China:terminal:thousand_tonnes',
];
const time = { from: '2016', to: '2023' };

const views: View[] = [
  { series: series.slice(0, 2), freq: 'year' },
  { series: series.slice(0, 2), units: 'share' },
  { series: series.slice(0, 2), form: 'bars', units: 'pc1' },
  { series, units: 'index' },
  { series, units: 'index', hide: series.slice(1, 2) },
  { series: series.slice(0, 2), units: 'share', hide: series.slice(0, 1) },
  { series, form: 'multiples', hide: series.slice(2) },
  { series, form: 'multiples', units: 'index' },
  { series, form: 'multiples', scale: 'log' },
];

for (const view of views)
  test(`a live chart’s years narrow it to what the page draws: ${JSON.stringify(view)}`, async () => {
    const catalog = await realCatalog();
    const shown = seriesView(catalog, { ...NOTHING, view: { ...view, time } });
    const whole = wholeCharts(shown, { ...view, time });
    const { hide } = view;
    const narrowed = whole.map((chart) => applyView(chart, { time, hide }).input);
    expect(narrowed).toEqual(shown.viewed.map(({ input }) => input));
    expect(narrowed).not.toEqual(whole);
    expect(whole).toEqual(wholeCharts(seriesView(catalog, { ...NOTHING, view }), view));
  });

const told = async (view: View) => {
  const { viewed, unknown } = seriesView(await realCatalog(), { ...NOTHING, view });
  const ids = viewed.flatMap(({ input }) =>
    input.layout === 'over-time' ? input.series.map(({ id }) => id) : [],
  );
  const gaps = viewed.flatMap(({ input }) => chartSpec(input, 'wide').gaps);
  const count = (why: Gap['why']) =>
    gaps.filter((gap) => gap.why === why).reduce((sum, gap) => sum + gap.count, 0);
  const incomplete = gaps.filter(({ why }) => why === 'months').map(({ series }) => series);
  return { ids, lost: count('log'), unknown, incomplete };
};

for (const form of ['line', 'multiples'] as const)
  test(`what a page says of a view is of what it shows: ${form}`, async () => {
    const [china = '', japan = ''] = series;
    const view: View = { series: [china, japan], form, units: 'pc1', scale: 'log' };
    const [all, ...each] = await Promise.all([
      told(view),
      told({ ...view, hide: [japan] }),
      told({ ...view, hide: [china] }),
    ]);
    expect(each.map(({ ids }) => ids)).toEqual([[china], [japan]]);
    for (const { lost } of each) expect(lost).toBeGreaterThan(0);
    expect(each.reduce((sum, { lost }) => sum + lost, 0)).toBe(all.lost);
    const yearly = await told({ ...view, freq: 'year', hide: [china] });
    expect(yearly.incomplete).toEqual([japan]);
  });

test('a view that hides what it does not name says so, once', async () => {
  const [china = '', japan = ''] = series;
  const view = { series: [china, 'none'], hide: [china, japan, 'none', japan] };
  expect((await told(view)).unknown).toEqual(['none', japan]);
});

test('only a chart of months that are added up says so', async () => {
  const [china = ''] = series;
  const ev = 'ev-share:calendar_year:China:EV share of new car sales (BEV+PHEV):share_pct';
  const subtitles = async (view: View) => {
    const { viewed } = seriesView(await realCatalog(), { ...NOTHING, view });
    return viewed.map(({ input }) => input.subtitle);
  };
  expect(await subtitles({ series: [china, ev], form: 'multiples', freq: 'year' })).toEqual([
    'months added up to calendar years; CAD million',
    '%',
  ]);
  expect(await subtitles({ series: [ev], freq: 'year' })).toEqual(['%']);
});

test('what a chart has no room for is named, and asked of no file', async () => {
  const catalog = await realCatalog();
  const ids = [...catalog.tables.values()]
    .flatMap(seriesOf)
    .filter(({ id }) => id.startsWith('trade-by-partner:') && id.includes(':exports:customs:'))
    .map(({ id }) => id);
  const months = seriesOf(tableIn(catalog, 'canola-seed-exports-monthly')).map(({ id }) => id);
  const all = [...ids, ...months].slice(0, MOST + 2);
  const view: View = { series: all, units: 'index', hide: all.slice(-1) };
  const chosen = { ...NOTHING, view };
  const shown = seriesView(catalog, chosen);
  const notes = shown.viewed.flatMap(({ input }) => input.notes ?? []);
  expect(notes[0]).toMatch(/^Left out, as a chart takes 12 series: .+, .+\.$/);
  expect(seriesProblem(shown, chosen, undefined)?.status).toBe(400);
  const filed = ableInFiles(shown, chosen);
  expect(filed.view.series).toEqual(all.slice(0, MOST));
  expect(seriesProblem(seriesView(catalog, filed), filed, undefined)).toBeNull();
});

test('a currency, sums and units that no series can be in are told, and the rest is drawn', async () => {
  const rates = 'exchange-rates:month:CAD:units_per_usd';
  const asked = async (view: View) => {
    const { declined, viewed } = seriesView(await realCatalog(), { ...NOTHING, view });
    return [declined.map(({ name, why }) => `${name} ${why}`), viewed.length];
  };
  const view: View = { series: [rates], currency: 'USD', freq: 'year', units: 'share' };
  expect(await asked(view)).toEqual([['units rate', 'currency rate', 'freq rate'], 1]);
  const tonnes = 'canola-seed-exports-monthly:China:terminal:thousand_tonnes';
  expect(await asked({ series: [tonnes], currency: 'USD' })).toEqual([['currency unit'], 1]);
});
