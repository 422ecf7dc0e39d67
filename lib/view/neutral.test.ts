import { expect, test } from '@playwright/test';
import { byRow, overTime, series, year } from '@/lib/chart/fixture';
import { chartSpec } from '@/lib/chart/spec';
import { applyView } from './apply-view';
import { problemOf } from './problem';
import { declinedSentences } from './sentences';
import type { View } from './view';

const china = series([year(2020, 4), year(2021, 0), year(2022, 8), year(2023, 9)]);
const japan = series([year(2020, 2), year(2021, 3), year(2022, 4)], {
  id: 'japan',
  label: 'Japan',
});
const chart = overTime([china, japan], {
  title: 'China took the lead in 2021',
  subtitle: 'Exports, million tonnes',
  measure: 'Exports',
  basis: 'customs basis',
  references: [{ value: 5, label: 'The text: five' }],
});
const ranks = overTime([series([year(2020, 2), year(2021, 1)])], {
  title: 'First since 2021',
  measure: 'Place',
  kinds: ['rank'],
  axis: { title: 'place', direction: 'down', whole: true },
});

const words = (view: View, input = chart) => {
  const { title, subtitle, notes = [] } = applyView(input, view).input;
  return { title, subtitle, notes };
};

test('a finding stands over the chart’s own view alone', () => {
  expect(words({})).toEqual({
    title: 'China took the lead in 2021',
    subtitle: 'Exports, million tonnes',
    notes: [],
  });
  for (const view of [
    { time: { from: '2021', to: 'latest' } },
    { hide: ['japan'] },
    { series: ['china'] },
    { units: 'chg' },
    { scale: 'log' },
    { form: 'bars' },
  ] as View[])
    expect(words(view).title, JSON.stringify(view)).toMatch(/^Exports, 202\d–202\d$/);
});

test('a view is titled by measure and span, and says basis and units', () => {
  const time = { from: '2021', to: '2022' };
  expect(words({ time })).toMatchObject({
    title: 'Exports, 2021–2022',
    subtitle: 'customs basis; million tonnes',
  });
  expect(words({ units: 'index' }).subtitle).toBe('customs basis; index, 2020 = 100');
  expect(applyView(chart, { units: 'index' }).input.axis.title).toBe('index, 2020 = 100');
  expect(words({ units: 'chg' }).subtitle).toContain(
    'change from the period before, million tonnes',
  );
  expect(words({ units: 'chg' }, ranks).subtitle).toContain('places');
});

test('a view says what it leaves out', () => {
  expect(words({ hide: ['japan'] }).notes).toEqual(['Turned off: Japan.']);
  expect(words({ series: ['china'] }).notes).toEqual(['Not chosen: Japan.']);
  expect(words({ time: { from: '2021', to: '2022' } }).notes).toEqual([
    'Figures outside the years shown: 2 before 2021, 1 after 2022.',
  ]);
  expect(words({ units: 'pch' }).notes).toEqual([
    'Not drawn, as it is a level and this view is not: The text: five.',
  ]);
});

test('what cannot be drawn is told with its reason, in each series', () => {
  const reasons = (view: View) =>
    chartSpec(applyView(chart, view).input, 'wide').gaps.map(({ label, from, why }) => [
      label,
      from,
      why,
    ]);
  expect(reasons({})).toEqual([]);
  expect(reasons({ scale: 'log' })).toEqual([['China', '2021', 'log']]);
  expect(reasons({ units: 'pch' })).toEqual([
    ['China', '2020', 'before'],
    ['China', '2022', 'before'],
    ['Japan', '2020', 'before'],
  ]);
  expect(reasons({ units: 'index', base: '2023' })).toEqual([['Japan', '2020', 'base']]);
  expect(reasons({ units: 'share' })).toEqual([['China', '2023', 'whole']]);
});

test('a rank is no index, share, per cent or log: the level is shown, with a sentence why', () => {
  for (const view of [
    { units: 'index', base: '2020' },
    { units: 'share' },
    { units: 'pch' },
    { units: 'pc1' },
    { scale: 'log' },
  ] as View[]) {
    const viewed = applyView(ranks, view);
    expect(viewed.input).toEqual(applyView(ranks, {}).input);
    const said = declinedSentences([viewed]);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('a rank says only an order');
  }
});

test('a base without a figure falls back to one that has, and is told', () => {
  const viewed = applyView(chart, { units: 'index', base: '1999' });
  expect(viewed.base).toBe('2020');
  expect(declinedSentences([viewed])).toEqual([
    'The base 1999 does not apply: no series has a figure other than zero for it.',
  ]);
  expect(declinedSentences([applyView(chart, { base: '2020' })])).toHaveLength(1);
});

test('what one chart of a page can do and another cannot is told of that one alone', () => {
  const view: View = { units: 'index', time: { from: '2020', to: '2021' } };
  const all = [chart, ranks, byRow([1, 2])].map((one) => applyView(one, view));
  expect(declinedSentences(all)).toEqual([
    '“Place”: Units “index” do not apply: a rank says only an order.',
  ]);
});

const asked = (
  view: View,
  more: { ignored?: string[]; unknown?: string[]; missing?: string } = {},
) => {
  const { ignored = [], unknown = [], missing } = more;
  const chosen = { view, limits: {}, words: '', page: 1, ignored };
  return problemOf({ chosen, viewed: [applyView(ranks, view)], unknown, missing })?.status ?? null;
};

test('a file that cannot be what was asked is refused', () => {
  expect(asked({})).toBeNull();
  expect(asked({ units: 'chg' })).toBeNull();
  expect(asked({ units: 'index' })).toBe(400);
  expect(asked({ currency: 'USD' })).toBe(400);
  expect(asked({}, { ignored: ['time'] })).toBe(400);
  expect(asked({}, { unknown: ['nope'] })).toBe(404);
  expect(asked({}, { missing: '0123456789' })).toBe(404);
});

test('the time axis ends where a reader’s years end, and names no series that has none in them', () => {
  const early = series([year(2014, 1), year(2024, 2)]);
  const late = series([year(2026, 3)], { id: 'late', label: 'Late', mark: 'points' });
  const input = overTime([early, late]);
  const { x, marks, labels } = chartSpec(
    applyView(input, { time: { from: '2014', to: '2024' } }).input,
    'wide',
  );
  expect(x.domain[1]).toBeLessThan(Date.UTC(2025, 6, 1));
  expect(marks.filter(({ kind }) => kind === 'band')).toEqual([]);
  expect(labels.flatMap(({ lines }) => lines)).not.toContain('Late');
});
