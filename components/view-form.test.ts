import { expect, test } from '@playwright/test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { overTime, series, year } from '@/lib/chart/fixture';
import { NOTHING } from '@/lib/view/chosen';
import { compiled } from './markup-fixture';

/** The form works without a script: it leads somewhere, each choice has its name, and nothing chosen is lost. */

const chart = overTime([series([year(2020, 1), year(2021, 2)], { mark: 'line' })]);
const view = { units: 'index', series: ['a', 'b'], hide: ['b'], v: '0123456789' } as const;
const chosen = { ...NOTHING, view: { ...view, series: [...view.series], hide: [...view.hide] } };

let html = '';
test.beforeAll(() => {
  const { ViewForm } = compiled<typeof import('./view-form')>('components/view-form.tsx');
  const props = { action: '/chart', chosen: { ...chosen, limits: { 2: 15 } }, charts: [chart] };
  html = renderToStaticMarkup(
    createElement(ViewForm, { ...props, offers: { currencies: ['CAD', 'USD'], freq: true } }),
  );
});

test('ViewForm sends what was chosen to its address', () => {
  expect(html).toMatch(/^<form [^>]*action="\/chart" [^>]*method="get"/);
  expect(html).toContain('<button type="submit">');
});

test('ViewForm has a label for each choice', () => {
  const choices = [...html.matchAll(/<select id="([^"]+)" name="([^"]+)"/g)];
  expect(choices.map(([, , name]) => name)).toEqual(
    'from to units base scale currency freq form'.split(' '),
  );
  const labels = [...html.matchAll(/<label for="([^"]+)">[^<]+<\/label>/g)].map(([, id]) => id);
  expect(labels).toEqual(choices.map(([, id]) => id));
});

test('ViewForm keeps what it does not ask for', () => {
  const kept = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  expect(kept.map(([, name, value]) => `${name}=${value}`)).toEqual([
    'r2=15',
    'series=a~b',
    'hide=b',
    'v=0123456789',
  ]);
});
