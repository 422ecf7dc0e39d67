import { expect, test } from '@playwright/test';
import type { Quantity } from './claim';
import { evaluate, fill } from './quantity';
import { evaluated, exportsTo, stated, tableOf } from './quantity-fixture';

const priceOf = (model: string, period: string): Quantity => ({
  kind: 'row',
  label: model,
  table: 'prices',
  where: { model, basis: 'list' },
  measure: 'price',
  period,
});

const china = exportsTo('China', '2024-01..2024-02');
const japan = exportsTo('Japan', '2024-01..2024-02');
/** A sum of which March is missing. */
const part = exportsTo('Japan', '2024-01..2024-03');

test('evaluate(stated) is the number given, with no row behind it', () => {
  const { value, unit, rows, time, label } = evaluated(stated(40000, 'CAD', 'The price'));
  expect([value, unit, rows, time, label]).toEqual([40000, 'CAD', [], null, 'The price']);
});

test('evaluate(day) counts days since 1970, by UTC', () => {
  const day = (text: string) => evaluated({ kind: 'day', label: 'Day', day: text });
  expect(day('1970-01-01').value).toBe(0);
  expect(day('1969-12-31').value).toBe(-1);
  // 55 years of 365 days, 14 leap days (1972 to 2024), then 31 + 28 + 31 + 30 + 31 + 5 days of 2025.
  expect(day('2025-06-06')).toMatchObject({ value: 20245, unit: 'date' });
});

test('evaluate(share) is the part in per cent of the whole, with the rows of both', () => {
  const share = evaluated({ kind: 'share', label: 'Share', part: japan, whole: china });
  // (7 + 8) of (10 + 20)
  expect([share.value, share.unit]).toEqual([50, '%']);
  expect(share.rows).toHaveLength(4);
  expect(share.parts.map((one) => one.value)).toEqual([15, 30]);
});

test('evaluate(difference) takes the second from the first', () => {
  const less = (from: Quantity, from2: Quantity) =>
    evaluated({ kind: 'difference', label: 'Rest', from, less: from2 });
  expect(less(china, japan)).toMatchObject({ value: 15, unit: 'CAD million' });
  expect(less(japan, china).value).toBe(-15);
});

test('evaluate(raised) adds a percentage', () => {
  const raised = (by: number) =>
    evaluated({ kind: 'raised', label: 'Duty', amount: stated(200), by: stated(by, '%') });
  expect(raised(50)).toMatchObject({ value: 300, unit: 'CAD' });
  expect(raised(0).value).toBe(200);
  expect(raised(106.25).value).toBe(412.5);
});

test('evaluate(fraction) takes a percentage', () => {
  const fraction = evaluated({
    kind: 'fraction',
    label: 'Half',
    of: stated(500),
    percent: stated(45, '%'),
  });
  expect([fraction.value, fraction.unit]).toEqual([225, 'CAD']);
});

test('evaluate(scaled) multiplies and names the unit anew', () => {
  const scaled = evaluated({
    kind: 'scaled',
    label: 'In billions',
    amount: stated(4500, 'CAD million'),
    by: 0.001,
    unit: 'CAD billion',
  });
  expect([scaled.value, scaled.unit]).toEqual([4.5, 'CAD billion']);
});

const converted = (amount: Quantity, to: string, period: string) =>
  evaluated({ kind: 'converted', label: 'Converted', amount, to, period });

test('evaluate(converted) goes through the US dollar', () => {
  // 72,000 yuan ÷ 7.2 = 10,000 US dollars × 1.5 = 15,000
  expect(converted(priceOf('Egret', '2024-02'), 'CAD', '2024-03')).toMatchObject({
    value: 15000,
    unit: 'CAD',
  });
  // 3,000 ÷ 1.25 = 2,400 × 7.5 = 18,000
  expect(converted(stated(3000), 'CNY', '2024')).toMatchObject({ value: 18000, unit: 'CNY' });
});

test('evaluate(converted) needs one rate to or from the US dollar', () => {
  const to = converted(stated(3000), 'USD', '2024-03');
  expect([to.value, to.unit, to.parts.length]).toEqual([2000, 'USD', 2]);
  const from = converted(stated(2000, 'USD'), 'CAD', '2024-03');
  expect([from.value, from.unit, from.parts.length]).toEqual([3000, 'CAD', 2]);
});

test('evaluate(converted) keeps millions and billions', () => {
  expect(converted(stated(4, 'USD billion'), 'CAD', '2024')).toMatchObject({
    value: 5,
    unit: 'CAD billion',
  });
});

test('evaluate(converted) takes the rate of the month or of the year, as asked', () => {
  expect(converted(stated(100, 'USD'), 'CAD', '2024-02').value).toBe(140);
  expect(converted(stated(100, 'USD'), 'CAD', '2024').value).toBe(125);
});

test('evaluate(converted) names the rates among its rows', () => {
  expect(converted(stated(1), 'CNY', '2024-03').rows).toEqual([
    { table: 'exchange-rates', key: '2024-03~month~CAD' },
    { table: 'exchange-rates', key: '2024-03~month~CNY' },
  ]);
});

test('evaluate(converted) without the rate is null, the rate named as missing', () => {
  const none = converted(stated(1), 'CNY', '2024-02');
  expect([none.value, none.missing]).toEqual([null, ['CNY per USD']]);
});

test('evaluate(converted) refuses what is not money', () => {
  expect(() => converted(stated(1, 'tonnes'), 'CAD', '2024')).toThrow(
    'exchange-rates: no row with currency "ton"',
  );
});

const combinations: [name: string, quantity: Quantity][] = [
  ['share', { kind: 'share', label: 'L', part, whole: china }],
  ['share of nothing known', { kind: 'share', label: 'L', part: china, whole: part }],
  ['difference', { kind: 'difference', label: 'L', from: china, less: part }],
  ['raised', { kind: 'raised', label: 'L', amount: part, by: stated(5, '%') }],
  ['fraction', { kind: 'fraction', label: 'L', of: part, percent: stated(5, '%') }],
  ['scaled', { kind: 'scaled', label: 'L', amount: part, by: 2, unit: 'CAD' }],
  ['converted', { kind: 'converted', label: 'L', amount: part, to: 'USD', period: '2024' }],
];

for (const [name, quantity] of combinations) {
  test(`evaluate(${name}) with a month missing is null and names the month`, () => {
    const { value, missing } = evaluated(quantity);
    expect([value, missing]).toEqual([null, ['Japan, 2024-03']]);
  });
}

test('evaluate(share) and evaluate(difference) refuse two units', () => {
  const cars = stated(1, 'CNY');
  const words = '"L": CAD million and CNY cannot be set against each other';
  expect(() => evaluated({ kind: 'share', label: 'L', part: china, whole: cars })).toThrow(words);
  expect(() => evaluated({ kind: 'difference', label: 'L', from: china, less: cars })).toThrow(
    words,
  );
});

test('evaluate(share) passes on the months that stand for nothing', () => {
  const seed: Quantity = {
    kind: 'sum',
    label: 'China',
    table: 'seed',
    where: { destination: 'China', elevator: ['terminal', 'primary'] },
    measure: 'tonnes',
    period: '2024-02..2024-03',
  };
  const share = evaluated({
    kind: 'share',
    label: 'L',
    part: seed,
    whole: stated(28, 'thousand tonnes'),
  });
  expect([share.value, share.zeroMonths]).toEqual([25, ['2024-02']]);
});

test('fill(quantity, values) puts period and name in, at any depth, and leaves the rest', () => {
  const nested: Quantity = {
    kind: 'share',
    label: '{each} in {period}, of {all}',
    part: { ...exportsTo('$each', '$period'), label: '{each}' } as Quantity,
    whole: exportsTo('China', '2024-01'),
  };
  expect(fill(nested, { period: '2024-02', each: 'Japan' })).toEqual({
    kind: 'share',
    label: 'Japan in 2024-02, of {all}',
    part: exportsTo('Japan', '2024-02'),
    whole: exportsTo('China', '2024-01'),
  });
});

test('fill(quantity, values) leaves what it is given no value for', () => {
  const open = exportsTo('$each', '$period');
  expect(fill(open, { period: '2024-02' })).toEqual(exportsTo('$each', '2024-02'));
  expect(fill(open, {})).toEqual(open);
  expect(fill(stated(5, 'CAD', '{each}, {period}'), { each: 'Japan' })).toEqual(
    stated(5, 'CAD', 'Japan, {period}'),
  );
});

test('evaluate(change) is in per cent of the first value, or in its own unit; shares differ by points', () => {
  const change = (as: 'percent' | 'difference', unit = 'CAD') =>
    evaluated({
      kind: 'change',
      label: 'Change',
      from: stated(80, unit),
      to: stated(60, unit),
      as,
    });
  expect(change('percent')).toMatchObject({ value: -25, unit: '%' });
  expect(change('difference')).toMatchObject({ value: -20, unit: 'CAD' });
  expect(change('difference', '%')).toMatchObject({ value: -20, unit: 'percentage points' });
});

test('evaluate(product) and evaluate(quotient) carry the unit that they are given', () => {
  const of = (kind: 'product' | 'quotient', by: number) =>
    evaluated({ kind, label: 'Value', of: stated(600, 't'), by: stated(by, 'USD/t'), unit: 'USD' });
  expect(of('product', 4)).toMatchObject({ value: 2400, unit: 'USD' });
  expect(of('quotient', 4)).toMatchObject({ value: 150, unit: 'USD' });
  expect(of('quotient', 0).value).toBe(null);
});

const roughly = tableOf(
  'roughly',
  [
    { name: 'period', type: 'string', role: 'period' },
    { name: 'value', type: 'number', role: 'measure', unit: 'CAD billion', rounded: true },
    { name: 'exact', type: 'number', role: 'measure', unit: 'CAD billion' },
    { name: 'tonnes', type: 'number', role: 'measure', unit: 'tonnes', rounded: true },
    { name: 'decided', type: 'string', role: 'attribute' },
  ],
  `
  2018 | 2.8 | 2.8 | 4500000 | 2018-03-01
  2019 | 0.8 | 0.8 | 339246  |
  `,
);
const rough = (measure: string, period: string): Quantity => ({
  ...{ kind: 'row', label: `${measure} ${period}`, table: 'roughly', where: {}, measure, period },
});
const among = new Map([['roughly', roughly]]);

test('a row of a rounded measure lies within half a step of its last printed digit', () => {
  expect(evaluate(rough('value', '2018'), among).margin).toBeCloseTo(0.05);
  expect(evaluate(rough('tonnes', '2018'), among).margin).toBe(50_000);
  expect(evaluate(rough('tonnes', '2019'), among).margin).toBe(0.5);
  expect(evaluate(rough('exact', '2018'), among).margin).toBe(0);
});

test('what is worked out from rounded figures lies between the ends of what they allow', () => {
  const [from, to] = [rough('value', '2018'), rough('value', '2019')];
  const change = evaluate({ kind: 'change', label: 'Change', from, to, as: 'percent' }, among);
  // From 2.75 to 0.85 it is -69.1%, from 2.85 to 0.75 it is -73.7%.
  expect(change.margin).toBeCloseTo((73.684 - 69.091) / 2, 2);
});

test('evaluate(date) reads the day in a column of the row, where one is named', () => {
  const decided = (year: string, column: string): Quantity => ({
    ...{ kind: 'date', label: 'Decided', table: 'roughly', where: { period: year }, column },
  });
  expect(evaluate(decided('2018', 'decided'), among).time?.text).toBe('2018-03-01');
  expect(evaluate(decided('2019', 'decided'), among).value).toBe(null);
  expect(() => evaluate(decided('2018', 'decidd'), among)).toThrow('no column "decidd"');
});

test('evaluate(count) is how many rows meet the conditions', () => {
  const where = { period: ['2018', '2019'] };
  expect(evaluate({ kind: 'count', label: 'Years', table: 'roughly', where }, among)).toMatchObject(
    {
      value: 2,
      unit: 'rows',
    },
  );
});
