import { expect, test } from '@playwright/test';
import { chartSpec, type Gap } from '@/lib/chart/spec';
import { frozenCatalog } from '@/lib/data-fixture';
import { seriesOf } from '@/lib/table/series';
import { applyView } from '@/lib/view/apply-view';
import { NOTHING } from '@/lib/view/chosen';
import type { View } from '@/lib/view/view';
import { ableInFiles, MOST, seriesProblem, seriesView, wholeCharts } from './series-view';

const trade = (partner: string) => `fruit-trade:${partner}:exports:customs:value_rtc_millions`;
const series = [
  trade('Freedonia'),
  trade('Sylvania'),
  'cider-shipments:Freedonia:coastal:thousand_litres',
];
const time = { from: '2023-03', to: '2024-03' };

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
    const catalog = await frozenCatalog();
    const shown = seriesView(catalog, { ...NOTHING, view: { ...view, time } });
    const whole = wholeCharts(shown, { ...view, time });
    const { hide } = view;
    const narrowed = whole.map((chart) => applyView(chart, { time, hide }).input);
    expect(narrowed).toEqual(shown.viewed.map(({ input }) => input));
    expect(narrowed).not.toEqual(whole);
    expect(whole).toEqual(wholeCharts(seriesView(catalog, { ...NOTHING, view }), view));
  });

const told = async (view: View) => {
  const { viewed, unknown } = seriesView(await frozenCatalog(), { ...NOTHING, view });
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
    const [freedonia = '', sylvania = ''] = series;
    const view: View = { series: [freedonia, sylvania], form, units: 'pch', scale: 'log' };
    const [all, ...each] = await Promise.all([
      told(view),
      told({ ...view, hide: [sylvania] }),
      told({ ...view, hide: [freedonia] }),
    ]);
    expect(each.map(({ ids }) => ids)).toEqual([[freedonia], [sylvania]]);
    for (const { lost } of each) expect(lost).toBeGreaterThan(0);
    expect(each.reduce((sum, { lost }) => sum + lost, 0)).toBe(all.lost);
    const yearly = await told({ ...view, freq: 'year', hide: [freedonia] });
    expect(yearly.incomplete).toEqual([sylvania]);
  });

test('a view that hides what it does not name says so, once', async () => {
  const [freedonia = '', sylvania = ''] = series;
  const view = { series: [freedonia, 'none'], hide: [freedonia, sylvania, 'none', sylvania] };
  expect((await told(view)).unknown).toEqual(['none', sylvania]);
});

test('only a chart of months that are added up says so', async () => {
  const [freedonia = ''] = series;
  const organic = 'organic-share:calendar_year:Ruritania:share_pct';
  const subtitles = async (view: View) => {
    const { viewed } = seriesView(await frozenCatalog(), { ...NOTHING, view });
    return viewed.map(({ input }) => input.subtitle);
  };
  expect(
    await subtitles({ series: [freedonia, organic], form: 'multiples', freq: 'year' }),
  ).toEqual(['months added up to calendar years; RTC million', '%']);
  expect(await subtitles({ series: [organic], freq: 'year' })).toEqual(['%']);
});

test('what a chart has no room for is named, and asked of no file', async () => {
  const catalog = await frozenCatalog();
  const all = [...catalog.tables.values()]
    .flatMap(seriesOf)
    .map(({ id }) => id)
    .slice(0, MOST + 2);
  expect(all).toHaveLength(MOST + 2);
  const view: View = { series: all, units: 'index', hide: all.slice(-1) };
  const chosen = { ...NOTHING, view };
  const shown = seriesView(catalog, chosen);
  const notes = shown.viewed.flatMap(({ input }) => input.notes ?? []);
  expect(notes[0]).toMatch(/^Left out, as a chart takes 12 series: .+, .+\.$/);
  expect(seriesProblem(shown, chosen, undefined)?.status).toBe(400);
  const filed = ableInFiles(shown, chosen);
  expect(filed.view.series).toEqual(all.slice(0, MOST));
});

test('a currency, sums and units that no series can be in are told, and the rest is drawn', async () => {
  const rates = 'exchange-rates:month:RTC:units_per_usd';
  const asked = async (view: View) => {
    const { declined, viewed } = seriesView(await frozenCatalog(), { ...NOTHING, view });
    return [declined.map(({ name, why }) => `${name} ${why}`), viewed.length];
  };
  const view: View = { series: [rates], currency: 'USD', freq: 'year', units: 'share' };
  expect(await asked(view)).toEqual([['units rate', 'currency rate', 'freq rate'], 1]);
});
