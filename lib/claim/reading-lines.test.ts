import { expect, test } from '@playwright/test';
import type { ChartDefinition } from './claim';
import { claimOf, resultOf } from './fixture';
import { measureKind } from './measure-kind';
import { exportsTo, price, stated, tables } from './quantity-fixture';
import { readingLines } from './reading-lines';

const claim = claimOf([
  {
    kind: 'compare',
    value: price('2024-06'),
    relation: 'at-most',
    than: stated(26000),
    threshold: { value: 5, unit: '%', reason: 'Ours' },
  },
  {
    kind: 'change',
    from: exportsTo('China', '2024-01'),
    to: exportsTo('China', '2024-02'),
    as: 'percent',
    relation: 'above',
    threshold: { value: 10, unit: '%', reason: 'Ours' },
  },
]);

const chartWith = (
  references: ChartDefinition['references'],
  divide?: number,
): ChartDefinition => ({
  id: 'chart',
  layout: 'by-row',
  mark: 'bar',
  title: 'Prices',
  subtitle: 'CAD',
  axis: { title: 'CAD', divide },
  references,
  rows: [{ id: 'a', label: 'A', tone: 'main', quantity: price('2024-02') }],
});

const lines = (references: ChartDefinition['references'], limits = {}, divide?: number) =>
  readingLines(chartWith(references, divide), resultOf(claim, limits), tables).map(
    ({ value, label }) => [value, label],
  );

const limit = { reading: 1, label: '{own, select, yes {Your limit} other {Limit}}: {value}' };

test('a line stands at the limit of a reading, and moves with a reader’s own', () => {
  expect(lines([limit])).toEqual([[27300, 'Limit: 27,300']]);
  expect(lines([limit], { 1: 10 })).toEqual([[28600, 'Your limit: 28,600']]);
  expect(lines([limit], {}, 1000)).toEqual([[27.3, 'Limit: 27.3']]);
});

test('a line stands at an input of a reading', () => {
  expect(lines([{ reading: 1, input: 2, label: 'The text: {value}' }])).toEqual([
    [26000, 'The text: 26,000'],
  ]);
});

test('a line in another unit than its chart, or of no reading, is refused', () => {
  expect(() => lines([{ ...limit, reading: 2 }])).toThrow('reading 2 is in %, its axis in CAD');
  expect(() => lines([{ ...limit, reading: 7 }])).toThrow('no reading 7');
});

test('measureKind(quantity) follows how a number is made', () => {
  const amount = exportsTo('China', '2024-01');
  const label = 'L';
  const kind = (quantity: Parameters<typeof measureKind>[0]) => measureKind(quantity, tables);
  expect(kind(amount)).toBe('amount');
  expect(kind({ kind: 'share', label, part: amount, whole: amount })).toBe('share');
  expect(kind({ kind: 'day', label, day: '2024-03-01' })).toBe('date');
  expect(kind({ kind: 'scaled', label, amount, by: 2, unit: 'x' })).toBe('amount');
  expect(kind(stated(2, 'place'))).toBe('rank');
  const share = { kind: 'share' as const, label, part: amount, whole: amount };
  expect(kind({ kind: 'difference', label, from: share, less: share })).toBe('share');
  const each = { table: 'trade', where: {}, dimension: 'partner' };
  expect(
    kind({ kind: 'rank', label, subject: 'China', each, value: amount, order: 'highest-first' }),
  ).toBe('rank');
});
