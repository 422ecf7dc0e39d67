import { expect, test } from '@playwright/test';
import words from '@/data/words/en.json';
import { chosenHref, parseChosen, unsettled } from './chosen';
import { UNITS } from './units';
import { parseView, type View, viewHref } from './view';

const read = (href: string) =>
  parseView(Object.fromEntries(new URL(href, 'http://localhost').searchParams));

test('viewHref(path, view) writes only what a reader chose, readable by a person', () => {
  expect(viewHref('/chart', {})).toBe('/chart');
  expect(viewHref('/chart', { units: 'lin', scale: 'linear', form: 'line', tab: 'chart' })).toBe(
    '/chart',
  );
  expect(viewHref('/chart', { time: { from: '2015', to: 'latest' }, scale: 'log' })).toBe(
    '/chart?time=2015..latest&scale=log',
  );
});

test('viewHref(path, view) keeps an empty choice of series', () => {
  expect(viewHref('/chart', { series: [] })).toBe('/chart?series=');
  expect(read('/chart?series=').view).toEqual({ series: [] });
});

const ids = ['trade-by-partner:China:exports:customs:value_cad_millions', 'a:*3A*7E é & = + % #:b'];

/** Every value of every parameter, alone. */
const views: View[] = [
  ...UNITS.map((units) => ({ units })),
  { scale: 'log' },
  { currency: 'CNY' },
  { freq: 'year' },
  { form: 'multiples' },
  { tab: 'table' },
  { base: '2018-06' },
  { base: '2018/19' },
  { v: '0123456789' },
  { time: { from: 'earliest', to: '2024-06' } },
  { time: { from: '2014/15', to: 'latest' } },
  { series: ids },
  { hide: ids },
];

for (const view of views)
  test(`parseView undoes viewHref for ${JSON.stringify(view)}`, () => {
    const isDefault = view.units === 'lin';
    expect(read(viewHref('/x', view)).view).toEqual(isDefault ? {} : view);
  });

test('parseView undoes viewHref for all parameters at once', () => {
  const all: View = Object.assign({}, ...views, { units: 'pch' });
  expect(read(viewHref('/x', all))).toEqual({ view: all, ignored: [] });
});

for (const [key, text] of [
  ['amount', '0'],
  ['amount', '-5'],
  ['amount', '1e5'],
  ['amount', '1000000001'],
  ['day', '2024-02'],
  ['day', '2024-13-01'],
  ['day', 'earliest'],
  ['step', '5~'],
  ['step', '-1'],
  ['step', '1001'],
  ['step', '1~2~3~4~5~6'],
  ['time', '2024'],
  ['time', '2024..2015'],
  ['time', '2015..2016..2017'],
  ['time', '2015..soon'],
  ['time', 'latest..earliest'],
  ['units', 'toString'],
  ['units', ''],
  ['hide', ''],
  ['hide', 'a~~b'],
  ['scale', 'LOG'],
  ['currency', 'dollar'],
  ['base', 'earliest'],
  ['base', '..2018'],
  ['v', 'not-a-hash'],
  ['form', '__proto__'],
] as const)
  test(`parseView leaves out ${key}=${text} and names it`, () => {
    expect(parseView({ [key]: text })).toEqual({ view: {}, ignored: [key] });
  });

test('parseView leaves out a parameter that comes twice', () => {
  expect(parseView({ units: ['chg', 'pch'] })).toEqual({ view: {}, ignored: ['units'] });
});

test('parseChosen reads the years of a form, an open end being the first or the last there is', () => {
  expect(parseChosen({ from: '2015', to: '' }).view.time).toEqual({ from: '2015', to: 'latest' });
  expect(parseChosen({ from: '', to: '2020' }).view.time).toEqual({ from: 'earliest', to: '2020' });
  expect(parseChosen({ from: '', to: '' }).view).toEqual({});
});

test('parseChosen reads limits and words beside the view, and names what it does not know', () => {
  expect(parseChosen({ r2: '-3.5', q: 'canola', units: 'chg', r10: '1', x: 'y' })).toEqual({
    view: { units: 'chg' },
    limits: { 2: -3.5 },
    words: 'canola',
    page: 1,
    ignored: ['r10', 'x'],
  });
});

test('chosenHref(path, chosen) says view, limits and words', () => {
  const chosen = {
    view: { units: 'chg' as const },
    limits: { 3: 4 },
    words: 'canola oil',
    page: 1,
  };
  expect(chosenHref('/claims/x', chosen)).toBe('/claims/x?units=chg&r3=4&q=canola+oil');
  expect(chosenHref('/chart', { ...chosen, page: 3 })).toMatch(/&q=canola\+oil&page=3$/);
});

test('unsettled(parameters) tells a form’s address from a short one', () => {
  expect(unsettled({ from: '', units: 'chg' })).toBe(true);
  expect(unsettled({ units: 'lin' })).toBe(true);
  expect(unsettled({ currency: '' })).toBe(true);
  expect(unsettled({ series: '', units: 'chg' })).toBe(false);
});

/** FRED's own, as its documentation of `series/observations` lists them. */
const FRED_UNITS = ['lin', 'chg', 'ch1', 'pch', 'pc1', 'pca', 'cch', 'cca', 'log'];

test('the page names each code of units as the form does, and FRED’s apart from ours', () => {
  const [, theirs = '', ours = ''] =
    /codes at FRED: (.+); (.+) are codes of our own\.$/.exec(words.view.order) ?? [];
  const named = theirs.split(', ').map((part) => part.split(/ (?:is )?(.+)/, 2));
  const isTheirs = (code: string) => FRED_UNITS.includes(code);
  expect(named).toEqual(UNITS.filter(isTheirs).map((code) => [code, words.units_view[code]]));
  expect(ours.split(' and ')).toEqual(UNITS.filter((code) => !isTheirs(code)));
});

test('the fields of steps that a form sends become one value, the empty ones left out', () => {
  const sent = { amount: '13000', day: '', step: ['5', '', '8.5', '', ''] };
  const { view } = parseChosen(sent);
  expect([view.amount, view.step]).toEqual([13000, [5, 8.5]]);
  expect(unsettled(sent)).toBe(true);
  expect(viewHref('/x', { amount: 13000, day: '2025-06-06', step: [5, 8.5] })).toBe(
    '/x?amount=13000&day=2025-06-06&step=5~8.5',
  );
  expect(parseChosen({ step: ['', ''] })).toMatchObject({ view: {}, ignored: [] });
});
