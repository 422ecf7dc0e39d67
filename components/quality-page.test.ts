import { expect, test } from '@playwright/test';
import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { BUDGETS, type Measure } from '@/lib/quality/budgets';
import type { QualityRecord } from '@/lib/quality/record';
import { compiled } from './markup-fixture';

type Records = Record<string, QualityRecord | undefined>;

let html: (records: Records) => string;
test.beforeAll(() => {
  const file = 'components/quality-page.tsx';
  const { QualityPage } = compiled<{ QualityPage: FunctionComponent<{ records: Records }> }>(file);
  html = (records) => renderToStaticMarkup(createElement(QualityPage, { records }));
});

/** Lines of all tables of figures: what with where, measured, at most, outcome. */
const lines = (page: string): string[][] =>
  [...page.matchAll(/<tr>(.*?)<\/tr>/g)]
    .map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell),
    )
    .filter((cells) => cells.length === 4 && cells[0] !== 'What');

const record = (day: string, figures: [Measure, number, string?][]): QualityRecord => ({
  measured: `${day}T23:59:59.000Z`,
  machine: { cpu: `Machine of ${day}`, cores: 3, node: '20.1.2' },
  figures: figures.map(([measure, value, at]) => ({
    measure,
    value,
    held: true,
    ...(at && { at }),
  })),
});

test('without records every measure is there, as not measured, and no day', () => {
  const all = lines(html({}));
  expect(all).toHaveLength(Object.keys(BUDGETS).length);
  for (const [what, measured, , outcome] of all) {
    expect(what).not.toContain('/');
    expect([measured, outcome], what).toEqual(['', 'not measured yet']);
  }
  expect(html({}).match(/Not measured yet\./g)).toHaveLength(4);
});

test('each figure stands beside its budget, with its place, and each record’s day and machine', () => {
  const page = html({
    tests: record('2026-01-02', [
      ['tests-passed', 1790],
      ['tests-failed', 1],
      ['html', 59_949, '/tables/events'],
      ['lcp', 1200.06, '/method'],
    ]),
    bench: record('2025-12-31', [['views-p95', 99.96]]),
    policy: record('2024-02-29', [['policy-cost', 0.0312]]),
  });
  const found = lines(page).filter(([, measured]) => measured !== '');
  expect(found).toEqual([
    ['Tests passed', '1,790', '', 'no budget'],
    ['Tests failed', '1', '0', 'over its budget'],
    [
      'HTML of the heaviest other page<span class="at">/tables/events</span>',
      ...['59.9 kB', '60 kB', 'within'],
    ],
    [
      'Largest paint, slowest page<span class="at">/method</span>',
      ...['1,200.1 ms', '1,200 ms', 'over its budget'],
    ],
    ['95 of 100 views at 40 a second are answered within', '100 ms', '100 ms', 'within'],
    [
      'Prerendered pages fewer a second for the sake of their Content-Security-Policy',
      ...['3.1%', '25%', 'within'],
    ],
  ]);
  for (const [command, day, iso] of [
    ['npm test', '2 January 2026', '2026-01-02'],
    ['npm run bench', '31 December 2025', '2025-12-31'],
    ['npm run bench:policy', '29 February 2024', '2024-02-29'],
  ])
    expect(page).toContain(
      `<code>${command}</code>: Measured on ${day}: 3 cores of Machine of ${iso}, Node 20.1.2.`,
    );
});

test('loads are told in whole, and what a record brings is text', () => {
  const load = { name: 'steady', address: '/chart?a=<b>', addresses: 2, rate: 40 };
  const times = { perSecond: 39, p50: 12.5, p95: 1034.5, p99: 2000, refused: 4, errors: 3 };
  const bench = { ...record('2026-01-02', []), loads: [{ ...load, ...times }] };
  const page = html({ bench });
  const row = page.slice(page.indexOf('/chart?a=&lt;b&gt;</span></th>')).split('</tr>')[0] ?? '';
  expect([...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell)).toEqual([
    '40',
    '39',
    '12.5',
    '1,034.5',
    '2,000',
    '4',
    '3',
  ]);
  expect(page).not.toContain('<b>');
});
