import { expect, test } from '@playwright/test';
import type { Quantity, Relation } from './claim';
import { exportsTo, stated, tables } from './quantity-fixture';
import { runTest } from './test-outcome';

const setting = { tables, dataDay: '2024-12-31' };

const against = (value: number, relation: Relation, limit: number) =>
  runTest(
    {
      kind: 'compare',
      value: stated(value),
      relation,
      threshold: { value: limit, unit: 'CAD', reason: 'Ours' },
    },
    setting,
  );

const relations: [relation: Relation, below: string, at: string, above: string][] = [
  ['above', 'fails', 'fails', 'holds'],
  ['at-least', 'fails', 'holds', 'holds'],
  ['below', 'holds', 'fails', 'fails'],
  ['at-most', 'holds', 'holds', 'fails'],
  ['equal', 'fails', 'holds', 'fails'],
  ['not-equal', 'holds', 'fails', 'holds'],
  ['within', 'fails', 'holds', 'fails'],
];

for (const [relation, below, at, above] of relations) {
  test(`runTest(compare) is ${relation} a limit of 50: 49.9 ${below}, 50 ${at}, 50.1 ${above}`, () => {
    expect(against(49.9, relation, 50).result).toBe(below);
    expect(against(50, relation, 50).result).toBe(at);
    expect(against(50.1, relation, 50).result).toBe(above);
  });

  test(`runTest(compare) is ${relation} another value of 50 without a tolerance`, () => {
    const result = (value: number) =>
      runTest({ kind: 'compare', value: stated(value), relation, than: stated(50) }, setting)
        .result;
    expect([result(49.9), result(50), result(50.1)]).toEqual([below, at, above]);
  });
}

test('runTest(compare) shows what was measured, its limit, its inputs and the threshold', () => {
  const { measured, limit, inputs, threshold, byPeriod } = against(60, 'above', 50);
  expect(measured).toEqual({ value: 60, unit: 'CAD' });
  expect(limit).toEqual({ relation: 'above', low: 50, high: 50, unit: 'CAD' });
  expect(inputs.map((input) => input.value)).toEqual([60]);
  expect(threshold).toEqual({ value: 50, unit: 'CAD', reason: 'Ours' });
  expect(byPeriod).toEqual([]);
});

const near = (value: number, relation: Relation, percent: number, than = 200) =>
  runTest(
    {
      kind: 'compare',
      value: stated(value),
      relation,
      than: stated(than),
      threshold: { value: percent, unit: '%', reason: 'A twentieth' },
    },
    setting,
  );

test('runTest(compare) within 5% of 200 holds from 190 to 210, both included', () => {
  const results = [189.9, 190, 200, 210, 210.1].map((value) => near(value, 'within', 5).result);
  expect(results).toEqual(['fails', 'holds', 'holds', 'holds', 'fails']);
  expect(near(200, 'within', 5).limit).toEqual({
    relation: 'within',
    low: 190,
    high: 210,
    unit: 'CAD',
  });
});

test('runTest(compare) within 5% of −200 holds from −210 to −190', () => {
  const results = [-210.1, -210, -190, -189.9].map((n) => near(n, 'within', 5, -200).result);
  expect(results).toEqual(['fails', 'holds', 'holds', 'fails']);
});

test('runTest(compare) at most 200, give or take 5%, has room above only', () => {
  const results = [1, 210, 210.1].map((value) => near(value, 'at-most', 5).result);
  expect(results).toEqual(['holds', 'holds', 'fails']);
});

test('runTest(compare) at least 200, give or take 5%, has room below only', () => {
  const results = [189.9, 190, 1000].map((value) => near(value, 'at-least', 5).result);
  expect(results).toEqual(['fails', 'holds', 'holds']);
});

test('runTest(compare) above, below, equal and not equal know no tolerance', () => {
  expect(near(205, 'above', 5).result).toBe('holds');
  expect(near(195, 'above', 5).result).toBe('fails');
  expect(near(205, 'below', 5).result).toBe('fails');
  expect(near(195, 'below', 5).result).toBe('holds');
  expect(near(201, 'equal', 5).result).toBe('fails');
  expect(near(201, 'not-equal', 5).result).toBe('holds');
});

const unknown = exportsTo('Japan', '2024-Q1');
const million = (value: number) => stated(value, 'CAD million');

test('runTest(compare) is unsettled where the value is not known', () => {
  const outcome = runTest(
    { kind: 'compare', value: unknown, relation: 'below', than: million(5) },
    setting,
  );
  expect([outcome.result, outcome.measured]).toEqual(['unsettled', null]);
  expect(outcome.inputs[0]?.missing).toEqual(['Japan, 2024-03']);
});

test('runTest(compare) is unsettled where the other value is not known', () => {
  const outcome = runTest(
    { kind: 'compare', value: million(5), relation: 'above', than: unknown },
    setting,
  );
  expect([outcome.result, outcome.limit]).toEqual(['unsettled', null]);
});

test('runTest(compare) refuses two units', () => {
  const value = stated(5, 'CNY', 'Price');
  expect(() =>
    runTest({ kind: 'compare', value, relation: 'above', than: stated(5) }, setting),
  ).toThrow(/^"Price": CNY against CAD$/);
  const threshold = { value: 5, unit: '%', reason: '' };
  expect(() => runTest({ kind: 'compare', value, relation: 'above', threshold }, setting)).toThrow(
    /^"Price": CNY against a threshold in %$/,
  );
});

test('runTest(compare) refuses to compare with nothing', () => {
  expect(() =>
    runTest({ kind: 'compare', value: stated(5, 'CAD', 'Price'), relation: 'above' }, setting),
  ).toThrow(/^"Price": compared with nothing$/);
});

const change = (
  from: Quantity,
  to: Quantity,
  as: 'percent' | 'difference',
  relation: Relation,
  limit: number,
) =>
  runTest(
    {
      kind: 'change',
      from,
      to,
      as,
      relation,
      threshold: { value: limit, unit: as === 'percent' ? '%' : 'CAD', reason: 'Ours' },
    },
    setting,
  );

test('runTest(change, percent) measures in per cent of the first value', () => {
  const fall = change(stated(200), stated(150), 'percent', 'at-most', -25);
  expect([fall.measured, fall.result]).toEqual([{ value: -25, unit: '%' }, 'holds']);
  expect(change(stated(200), stated(150.5), 'percent', 'at-most', -25).result).toBe('fails');
  expect(change(stated(80), stated(100), 'percent', 'above', 24).measured?.value).toBe(25);
});

test('runTest(change, difference) measures in the unit of the values', () => {
  const rise = change(stated(200), stated(150), 'difference', 'at-least', -50);
  expect([rise.measured, rise.result]).toEqual([{ value: -50, unit: 'CAD' }, 'holds']);
  expect(change(stated(200), stated(149), 'difference', 'at-least', -50).result).toBe('fails');
});

test('runTest(change, difference) of percentages is in percentage points', () => {
  const threshold = { value: 0, unit: 'percentage points', reason: 'Ours' };
  const points = runTest(
    {
      kind: 'change',
      from: stated(40, '%'),
      to: stated(55, '%'),
      as: 'difference',
      relation: 'above',
      threshold,
    },
    setting,
  );
  expect(points.measured).toEqual({ value: 15, unit: 'percentage points' });
});

test('runTest(change) is unsettled where either value is not known, the limit still told', () => {
  for (const [from, to] of [
    [unknown, million(1)],
    [million(1), unknown],
  ] as const) {
    const { result, measured, limit } = change(from, to, 'percent', 'at-most', -25);
    expect([result, measured, limit?.high]).toEqual(['unsettled', null, -25]);
  }
});

test('runTest(change) refuses two units', () => {
  expect(() => change(stated(1, 'CAD', 'Price'), stated(1, 'CNY'), 'percent', 'above', 0)).toThrow(
    /^"Price": CAD to CNY$/,
  );
});

test('runTest(change, percent) has nothing to say of a change from zero', () => {
  expect(change(stated(0), stated(5), 'percent', 'above', 0).result).toBe('unsettled');
  expect(change(stated(0), stated(0), 'percent', 'at-most', 0).result).toBe('unsettled');
});

test('runTest(change) refuses a limit in another unit', () => {
  const threshold = { value: 7, unit: 'days', reason: 'Ours' };
  const [from, to] = [stated(1), stated(2)];
  expect(() =>
    runTest({ kind: 'change', from, to, as: 'percent', relation: 'above', threshold }, setting),
  ).toThrow('% against a threshold in days');
});
