import { expect, test } from '@playwright/test';
import { claimOf } from '@/lib/claim/fixture';
import { exportsTo, stated } from '@/lib/claim/quantity-fixture';
import { textFile } from '@/lib/claim/text';
import { parsedAs } from './schema-problems';

const quantity = exportsTo('China', '$period');
const series = {
  ...{ id: 'china', label: 'China', tone: 'main', mark: 'line', quantity },
  periods: ['2024-01'],
};
const chart = {
  ...{ layout: 'over-time', id: 'shares', title: 'T', subtitle: 'S', axis: { title: 'CAD' } },
  ...{ references: [], events: [], series: [series] },
};
const reading = {
  ...{ role: 'words', name: 'As worded', question: 'Did it?' },
  tests: [{ kind: 'compare', value: quantity, relation: 'above', than: stated(1) }],
};

/** The lines for a file of one claim, sound but for what is put in its place. */
function linesFor(more: object): string[] {
  const { text, ...sound } = claimOf([]);
  const { id: _, ...facts } = text;
  const claim = { ...sound, charts: [chart], readings: [reading], ...more };
  const file = { ...facts, claims: [claim] };
  try {
    parsedAs('texts/x.json', textFile, file);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

const withSeries = (more: object) => ({ charts: [{ ...chart, series: [{ ...series, ...more }] }] });
const withValue = (value: object) => ({
  readings: [{ ...reading, tests: [{ ...reading.tests[0], value }] }],
});

const cases: [what: string, more: object, line: string][] = [
  [
    'an unknown mark',
    withSeries({ mark: 'lines' }),
    'chart "shares", series "china", mark: expected one of "line", "step", "points", "area", found "lines"; did you mean "line"?',
  ],
  [
    'an unknown kind of test',
    { readings: [{ ...reading, tests: [{ ...reading.tests[0], kind: 'compares' }] }] },
    'reading 1, test 1, kind: expected one of "compare", "change", "rank", "order-of-dates", "in-force", "missing", found "compares"; did you mean "compare"?',
  ],
  [
    'a quantity without its table',
    withValue({ ...quantity, table: undefined }),
    'reading 1, test 1, value.table: missing; expected string',
  ],
  ['a misspelt key', { qoute: 'x' }, ': unknown key "qoute"; did you mean "quote"?'],
  [
    'a number where words may stand',
    withValue({ ...quantity, where: { partner: 3 } }),
    'reading 1, test 1, value.where.partner: expected string or array, found 3',
  ],
  [
    'a range without an end',
    withSeries({ periods: { from: '2024' } }),
    'chart "shares", series "china", periods.to: missing; expected string',
  ],
];

test('a sound file has no faults', () => {
  expect(linesFor({})).toEqual([]);
});

for (const [what, more, line] of cases)
  test(`${what} is reported by id, with what was expected and found`, () => {
    const sign = line.startsWith(':') ? '' : ', ';
    expect(linesFor(more)).toEqual([`texts/x.json: claim "made-up"${sign}${line}`]);
  });

test('all faults are reported at once', () => {
  expect(linesFor({ quote: '', paragraph: 'one', ...withSeries({ tone: 'red' }) })).toHaveLength(3);
});
