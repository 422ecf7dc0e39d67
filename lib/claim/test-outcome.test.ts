import { expect, test } from '@playwright/test';
import type { Quantity, Relation, Test } from './claim';
import { exportsTo, tables } from './quantity-fixture';
import { runTest } from './test-outcome';

const setting = { tables, dataDay: '2024-12-31' };

type Of<K extends Test['kind']> = Extract<Test, { kind: K }>;

const markets: Quantity = {
  kind: 'rank',
  label: 'China among markets, {period}',
  subject: 'China',
  each: {
    table: 'trade',
    where: { flow: 'exports', basis: 'customs' },
    dimension: 'partner',
    except: ['Peru'],
  },
  value: exportsTo('$each', '$period'),
  order: 'highest-first',
};

const rank = (relation: Relation, limit: number, more: Partial<Of<'rank'>>) =>
  runTest(
    {
      kind: 'rank',
      rank: markets,
      as: 'place',
      relation,
      threshold: {
        value: limit,
        unit: more.as === 'percent-of-list' ? '% of the list' : 'place',
        reason: 'Ours',
      },
      ...more,
    },
    setting,
  );

// January: Kenya 12, China 10, Chile 10, Japan 7. February: Chile 25, China 20, Japan 8, Kenya 1.
const first = { periods: ['2024-01'] };
const both = { periods: ['2024-01', '2024-02'] };
const three = { periods: ['2024-01', '2024-02', '2024-03'] };

test('runTest(rank) sets the place against the limit', () => {
  expect(rank('equal', 2, first).result).toBe('holds');
  expect(rank('equal', 1, first).result).toBe('fails');
  expect(rank('above', 1, first).result).toBe('holds');
  expect(rank('at-most', 2, first)).toMatchObject({ measured: { value: 2, unit: 'place' } });
});

test('runTest(rank) as a percentage divides the place by the length of the list', () => {
  const half = rank('at-most', 50, { ...first, as: 'percent-of-list' });
  // second of four
  expect(half.measured).toEqual({ value: 50, unit: '% of the list' });
  expect(half.result).toBe('holds');
  expect(rank('at-most', 49, { ...first, as: 'percent-of-list' }).result).toBe('fails');
});

test('runTest(rank) without periods ranks once', () => {
  const once: Quantity = { ...markets, value: exportsTo('$each', '2024-02') } as Quantity;
  const outcome = rank('equal', 2, { rank: once });
  expect([outcome.result, outcome.byPeriod]).toEqual(['holds', []]);
  expect(outcome.inputs[0]?.places.map((place) => place.name)).toEqual([
    'Chile',
    'China',
    'Japan',
    'Kenya',
  ]);
});

test('runTest(rank) over periods holds where it holds in every one', () => {
  const every = rank('equal', 2, both);
  expect(every.result).toBe('holds');
  expect(every.byPeriod).toEqual([
    { period: '2024-01', value: 2, unit: 'place', result: 'holds' },
    { period: '2024-02', value: 2, unit: 'place', result: 'holds' },
  ]);
  expect(every.inputs.map((input) => input.label)).toEqual([
    'China among markets, 2024-01',
    'China among markets, 2024-02',
  ]);
});

test('runTest(rank) over periods fails where it fails in one, and measures that one', () => {
  const kenya: Quantity = { ...markets, subject: 'Kenya' } as Quantity;
  const outcome = rank('equal', 1, { rank: kenya, ...both });
  expect(outcome.result).toBe('fails');
  expect(outcome.byPeriod.map(({ value, result }) => [value, result])).toEqual([
    [1, 'holds'],
    [4, 'fails'],
  ]);
  expect(outcome.measured?.value).toBe(4);
});

test('runTest(rank) over periods is unsettled where one is not known and none fails', () => {
  const outcome = rank('equal', 2, three);
  expect(outcome.result).toBe('unsettled');
  expect(outcome.byPeriod[2]).toEqual({
    period: '2024-03',
    value: null,
    unit: '',
    result: 'unsettled',
  });
  expect(rank('equal', 1, three).result).toBe('fails');
});

const dateOf = (event: string, actor = 'Ottawa'): Quantity => ({
  kind: 'date',
  label: event,
  table: 'events',
  where: { event, actor },
});
const never = dateOf('ended', 'Washington');

const between = (from: Quantity, to: Quantity, relation: Relation, days: number) =>
  runTest(
    {
      kind: 'order-of-dates',
      first: from,
      second: to,
      relation,
      threshold: { value: days, unit: 'days', reason: 'A week' },
    },
    setting,
  );

test('runTest(order-of-dates) counts the days from the first to the second', () => {
  // 1 to 8 March 2024
  const week = between(dateOf('announced'), dateOf('begun'), 'below', 7);
  expect([week.measured, week.result]).toEqual([{ value: 7, unit: 'days' }, 'fails']);
  expect(between(dateOf('announced'), dateOf('begun'), 'below', 8).result).toBe('holds');
  const back = between(dateOf('begun'), dateOf('announced'), 'above', 0);
  expect([back.measured?.value, back.result]).toEqual([-7, 'fails']);
});

test('runTest(order-of-dates) on one day measures nothing', () => {
  const day: Quantity = { kind: 'day', label: 'Day', day: '2024-03-08' };
  expect(between(dateOf('begun'), day, 'equal', 0)).toMatchObject({
    measured: { value: 0 },
    result: 'holds',
  });
  expect(between(dateOf('announced'), day, 'equal', 0).result).toBe('fails');
});

test('runTest(order-of-dates) is unsettled where a date is not known', () => {
  expect(between(dateOf('begun'), never, 'above', 0).result).toBe('unsettled');
  expect(between(never, dateOf('begun'), 'above', 0)).toMatchObject({
    result: 'unsettled',
    measured: null,
  });
});

const inForce = (on: string, ends: Quantity[] = [dateOf('ended')], begins = dateOf('begun')) =>
  runTest({ kind: 'in-force', begins, ends, on, label: 'The tariff' }, setting);

// From 8 March 2024, ended on 30 September 2024.
const days: [day: string, result: string][] = [
  ['2024-03-07', 'fails'],
  ['2024-03-08', 'holds'],
  ['2024-09-29', 'holds'],
  ['2024-09-30', 'fails'],
  ['2024-10-01', 'fails'],
];

for (const [day, result] of days) {
  test(`runTest(in-force) ${result} on ${day}`, () => {
    expect(inForce(day).result).toBe(result);
  });
}

test('runTest(in-force) on the day of the data', () => {
  expect(inForce('data').result).toBe('fails');
  expect(inForce('data', []).result).toBe('holds');
  const early = { tables, dataDay: '2024-06-30' };
  const { result, measured } = runTest(
    {
      kind: 'in-force',
      begins: dateOf('begun'),
      ends: [dateOf('ended')],
      on: 'data',
      label: 'The tariff',
    },
    early,
  );
  // 19,790 days to 8 March 2024, then 23 + 30 + 31 + 30 days more
  expect([result, measured]).toEqual(['holds', { value: 19904, unit: 'date' }]);
});

test('runTest(in-force) is unsettled where its beginning or an end is not known', () => {
  expect(inForce('2024-06-01', [never]).result).toBe('unsettled');
  expect(inForce('2024-06-01', [dateOf('ended'), never]).result).toBe('unsettled');
  expect(inForce('2024-06-01', [], never).result).toBe('unsettled');
});

test('runTest(missing) is unsettled, with nothing measured', () => {
  const outcome = runTest({ kind: 'missing', wanted: 'A loss', would_settle: 'A report' }, setting);
  expect(outcome).toEqual({
    test: { kind: 'missing', wanted: 'A loss', would_settle: 'A report' },
    result: 'unsettled',
    inputs: [],
    measured: null,
    limit: null,
    threshold: null,
    byPeriod: [],
  });
});

test('runTest(compare) with periods holds where it holds in each, and shows the first that fails', () => {
  const inEach = (...periods: string[]) =>
    runTest(
      {
        kind: 'compare',
        value: exportsTo('China', '$period'),
        relation: 'above',
        threshold: { value: 10, unit: 'CAD million', reason: 'Ours' },
        periods,
      },
      setting,
    );
  expect(inEach('2024-02').result).toBe('holds');
  const both = inEach('2024-02', '2024-01');
  expect(both).toMatchObject({ result: 'fails', measured: { value: 10 } });
  expect(both.byPeriod.map(({ period, value, result }) => [period, value, result])).toEqual([
    ['2024-02', 20, 'holds'],
    ['2024-01', 10, 'fails'],
  ]);
});
