import { expect, test } from '@playwright/test';
import type { Quantity, Test } from './claim';
import { claimOf, resultOf } from './fixture';
import { exportsTo, price, stated } from './quantity-fixture';

const above = (value: Quantity, limit: number, unit = 'CAD'): Test => ({
  kind: 'compare',
  value,
  relation: 'above',
  threshold: { value: limit, unit, reason: 'Ours' },
});
const nothing: Test = { kind: 'missing', wanted: 'A loss', would_settle: 'A report' };

test('claimResult(claim) numbers the readings and adds them up', () => {
  const result = resultOf(claimOf([above(stated(6), 5), above(stated(4), 5), nothing]));
  expect(result.readings.map(({ number, result: one }) => [number, one])).toEqual([
    [1, 'holds'],
    [2, 'fails'],
    [3, 'unsettled'],
  ]);
  expect([result.held, result.verdict]).toEqual([1, 'holds-in-part']);
});

test('claimResult(claim) gives a vote to readings of the words alone, the first of them as worded', () => {
  const tests = [
    above(stated(4), 5),
    above(stated(6), 5),
    above(stated(4), 5),
    above(stated(9), 5),
  ];
  const claim = claimOf(tests);
  const readings = claim.readings.map((reading, index) => ({
    ...reading,
    role: index % 2 === 0 ? ('context' as const) : ('words' as const),
  }));
  const result = resultOf({ ...claim, readings });
  expect([result.held, result.verdict]).toEqual([2, 'holds']);
  expect(result.words.map(({ number }) => number)).toEqual([2, 4]);
  expect(result.context.map(({ number, result: one }) => [number, one])).toEqual([
    [1, 'fails'],
    [3, 'fails'],
  ]);
  expect(resultOf({ ...claim, readings }, { 2: 7 }).verdict).toBe('does-not-hold-as-worded');
});

const withTests = (...tests: Test[]) =>
  resultOf(claimOf([], { readings: [{ role: 'words', name: 'R', question: 'Q', tests }] }))
    .readings[0];

test('claimResult(claim) wants every test of a reading to hold', () => {
  expect(withTests(above(stated(6), 5), above(stated(7), 5))?.result).toBe('holds');
  expect(withTests(above(stated(6), 5), above(stated(4), 5))?.result).toBe('fails');
  expect(withTests(above(stated(6), 5), nothing)?.result).toBe('unsettled');
  expect(withTests(above(stated(4), 5), nothing)?.result).toBe('fails');
});

test('claimResult(claim, limits) puts a reader’s limit in the place of ours', () => {
  const claim = claimOf([above(stated(6), 5), above(stated(4), 5)]);
  const moved = resultOf(claim, { 2: 3 });
  expect(moved.verdict).toBe('holds');
  expect(moved.readings.map(({ adjusted }) => adjusted)).toEqual([false, true]);
  expect(moved.readings[1]?.outcomes[0]?.threshold).toEqual({
    value: 3,
    unit: 'CAD',
    reason: 'Ours',
  });
  expect(resultOf(claim, { 1: 7 }).verdict).toBe('does-not-hold');
  expect(resultOf(claim, { 1: 0 }).readings[0]?.outcomes[0]?.limit?.high).toBe(0);
});

test('claimResult(claim, limits) does not call our own limit a reader’s', () => {
  const [reading] = resultOf(claimOf([above(stated(6), 5)]), { 1: 5 }).readings;
  expect([reading?.adjustable, reading?.adjusted]).toEqual([5, false]);
});

test('claimResult(claim, limits) moves one limit that several tests share, and no two', () => {
  expect(withTests(above(stated(6), 5), above(stated(7), 5))?.adjustable).toBe(5);
  expect(withTests(above(stated(6), 5), above(stated(7), 4))?.adjustable).toBe(null);
  expect(withTests(nothing)?.adjustable).toBe(null);
  const tests = [above(stated(6), 5), above(stated(7), 4)];
  const claim = claimOf([], { readings: [{ role: 'words', name: 'R', question: 'Q', tests }] });
  const [reading] = resultOf(claim, { 1: 100 }).readings;
  expect([reading?.result, reading?.adjusted]).toEqual(['holds', false]);
});

const laterOf = (quantity: Quantity, unit = 'CAD') =>
  resultOf(claimOf([above(quantity, 0, unit)])).readings[0]?.later;

test('claimResult(claim) marks what rests on figures from after the text’s month', () => {
  expect(laterOf(price('2024-02'))).toBe(false);
  expect(laterOf(price('2024-06'))).toBe(true);
  expect(laterOf(exportsTo('China', '2024-01..2024-03'), 'CAD million')).toBe(false);
  expect(laterOf(exportsTo('China', '2024-01..2024-04'), 'CAD million')).toBe(true);
});

test('claimResult(claim) goes by the day of its text, where that is known', () => {
  const claim = claimOf([above(price('2024-02'), 0)]);
  const later = (day: string) =>
    resultOf({ ...claim, text: { ...claim.text, day } }).readings[0]?.later;
  expect([later('2024-02'), later('2024-02-28'), later('2024-01-31')]).toEqual([false, true, true]);
});

test('claimResult(claim) marks a figure that is deep within another', () => {
  const scaled = (period: string): Quantity => ({
    kind: 'scaled',
    label: 'Double',
    amount: { kind: 'raised', label: 'Duty', amount: price(period), by: stated(5, '%') },
    by: 2,
    unit: 'CAD',
  });
  expect(laterOf(scaled('2024-02'))).toBe(false);
  expect(laterOf(scaled('2024-06'))).toBe(true);
});

test('claimResult(claim) does not mark the text’s own figures and dates', () => {
  expect(laterOf(stated(5))).toBe(false);
  expect(laterOf({ kind: 'day', label: 'Day', day: '2025-01-01' }, 'date')).toBe(false);
});

test('claimResult(claim) marks a rule’s end only where it came before the day asked for', () => {
  const dateOf = (event: string): Quantity => ({
    kind: 'date',
    label: event,
    table: 'events',
    where: { event, actor: 'Ottawa' },
  });
  const later = (on: string) =>
    withTests({
      kind: 'in-force',
      label: 'The tariff',
      begins: dateOf('begun'),
      ends: [dateOf('ended')],
      on,
    })?.later;
  // Begun on 8 March 2024, ended on 30 September 2024.
  expect(later('2024-03-20')).toBe(false);
  expect(later('2024-10-15')).toBe(true);
});

test('claimResult(claim) throws with the claim’s id and the reading’s number', () => {
  const wrong: Quantity = { ...price('2024-02'), table: 'price' } as Quantity;
  expect(() => resultOf(claimOf([above(stated(6), 5), above(wrong, 5)]))).toThrow(
    /^claim made-up, reading 2: no table "price"$/,
  );
  expect(() => resultOf(claimOf([above(price('2024-02'), 5, 'CNY')]))).toThrow(
    /^claim made-up, reading 1: "Swift": CAD against a threshold in CNY$/,
  );
});
