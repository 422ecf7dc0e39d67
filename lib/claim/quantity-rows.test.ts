import { expect, test } from '@playwright/test';
import type { Quantity } from './claim';
import { evaluated, exportsTo } from './quantity-fixture';

type Of<K extends Quantity['kind']> = Extract<Quantity, { kind: K }>;

const row = (more: Partial<Of<'row'>> = {}) =>
  evaluated({
    kind: 'row',
    label: 'Swift, list',
    table: 'prices',
    where: { model: 'Swift', basis: 'list' },
    measure: 'price',
    period: '2024-02',
    ...more,
  });

test('evaluate(row) gives the one row, its unit, its period and its key', () => {
  const { value, unit, time, rows, missing } = row();
  expect([value, unit, time?.text, missing]).toEqual([28000, 'CAD', '2024-02', []]);
  expect(rows).toEqual([{ table: 'prices', key: '2024-02~Swift~CAD~list' }]);
});

test('evaluate(row) takes its period to the letter, not what lies within', () => {
  expect(row({ period: '2023' }).value).toBe(30000);
  expect(row({ period: '2023-01..2023-12' }).value).toBe(null);
  expect(row({ period: '2024' }).value).toBe(null);
});

test('evaluate(row) without a row is null, named as missing, its unit still known', () => {
  const { value, unit, time, rows, missing } = row({ period: '2022' });
  expect([value, unit, time, rows]).toEqual([null, 'CAD', null, []]);
  expect(missing).toEqual(['Swift, list']);
});

test('evaluate(row) of an empty cell is null, not nothing', () => {
  const { value, missing, rows } = row({ period: '2024-05' });
  expect([value, missing]).toEqual([null, ['Swift, list']]);
  expect(rows).toHaveLength(1);
});

test('evaluate(row) refuses to choose between two rows', () => {
  const where = { model: 'Swift' };
  expect(() => row({ where, period: '2024-06' })).toThrow(
    'prices: "Swift, list" asks for one row and meets 2: 2024-06~Swift~CAD~list, 2024-06~Swift~CAD~freight',
  );
});

test('evaluate(row) refuses an unknown table, column, value, measure and period', () => {
  expect(() => row({ table: 'price' })).toThrow('no table "price"');
  expect(() => row({ where: { modell: 'Swift' } })).toThrow('prices: no column "modell"');
  expect(() => row({ where: { model: 'Swit' } })).toThrow('prices: no row with model "Swit"');
  expect(() => row({ measure: 'prise' })).toThrow('prices: no measure "prise"');
  expect(() => row({ period: '2024-13' })).toThrow('not a period: "2024-13"');
});

const seedTo = (destination: string, period: string, elevator = ['terminal', 'primary']) =>
  evaluated({
    kind: 'sum',
    label: destination,
    table: 'seed',
    where: { destination, elevator },
    measure: 'tonnes',
    period,
  });

test('evaluate(sum) adds the months of a span and of a quarter', () => {
  // 10 + 20 + 30.5
  expect(evaluated(exportsTo('China', '2024-01..2024-03'))).toMatchObject({
    value: 60.5,
    unit: 'CAD million',
    missing: [],
    zeroMonths: [],
  });
  expect(evaluated(exportsTo('China', '2024-Q1')).value).toBe(60.5);
  expect(evaluated(exportsTo('China', '2024-02..2024-03')).value).toBe(50.5);
});

test('evaluate(sum) names the rows that it added', () => {
  expect(evaluated(exportsTo('China', '2024-01..2024-02')).rows.map((ref) => ref.key)).toEqual([
    '2024-01~China~exports~customs',
    '2024-02~China~exports~customs',
  ]);
});

test('evaluate(sum) with a month missing is null and names the month', () => {
  const { value, missing } = evaluated(exportsTo('Japan', '2024-Q1'));
  expect([value, missing]).toEqual([null, ['Japan, 2024-03']]);
  expect(evaluated(exportsTo('Peru', '2024-Q1')).missing).toEqual([
    'Peru, 2024-01',
    'Peru, 2024-02',
  ]);
});

test('evaluate(sum) over two flows wants both in every month', () => {
  const both = (partner: string) =>
    evaluated({
      ...(exportsTo(partner, '2024-01..2024-03') as Of<'sum'>),
      where: { partner, flow: ['exports', 'imports'], basis: 'customs' },
    });
  // 10 + 20 + 30.5 + 40 + 50 + 60
  expect(both('China').value).toBe(210.5);
  expect(both('Japan').missing).toEqual(['Japan, 2024-01', 'Japan, 2024-02', 'Japan, 2024-03']);
});

test('evaluate(sum) refuses to add two bases, or two kinds of period', () => {
  const where = { partner: 'China', flow: 'exports' };
  const mixed = { ...(exportsTo('China', '2024-01') as Of<'sum'>), where };
  expect(() => evaluated(mixed)).toThrow('basis "customs" and "payments" may not meet');
  const shares = { table: 'shares', where: { country: 'Canada' }, measure: 'share' };
  expect(() =>
    evaluated({ kind: 'sum', label: 'Canada', ...shares, period: '2024-01..2024-12' }),
  ).toThrow('period_type "calendar_year" and "month" may not meet');
});

test('evaluate(sum) takes a month without a row for nothing where the table says so', () => {
  // January 5 + 1.5, February nothing, March 7, April nothing
  const china = seedTo('China', '2024-01..2024-04');
  expect([china.value, china.missing]).toEqual([13.5, []]);
  expect(china.zeroMonths).toEqual(['2024-02', '2024-04']);
  expect(seedTo('Japan', '2024-02..2024-03')).toMatchObject({
    value: 0,
    unit: 'thousand tonnes',
    zeroMonths: ['2024-02', '2024-03'],
  });
});

test('evaluate(sum) does not take a month before or after the table for nothing', () => {
  const china = seedTo('China', '2023-12..2024-05');
  expect(china.value).toBe(null);
  expect(china.missing).toEqual(['China, 2023-12', 'China, 2024-05']);
  expect(china.zeroMonths).toEqual([]);
});

test('evaluate(sum) refuses an open span', () => {
  expect(() => seedTo('China', '2024-01..')).toThrow('an open span has no end of months');
});

const latest = (until: string, where: Of<'latest'>['where'] = { model: 'Swift', basis: 'list' }) =>
  evaluated({ kind: 'latest', label: 'Last', table: 'prices', where, measure: 'price', until });

test('evaluate(latest) gives the last figure that begins by the day', () => {
  expect(latest('2024-06-30').value).toBe(27000);
  expect(latest('2024-06-01')).toMatchObject({ value: 27000, unit: 'CAD' });
  expect(latest('2024-01-31').value).toBe(30000);
});

test('evaluate(latest) passes over a row without a figure', () => {
  expect(latest('2024-05-31').value).toBe(28000);
  expect(latest('2024-05-31').time?.text).toBe('2024-02');
});

test('evaluate(latest) before the first row is null and missing', () => {
  expect(latest('2022-12-31')).toMatchObject({ value: null, unit: 'CAD', missing: ['Last'] });
});

test('evaluate(latest) refuses two bases, and two last figures that differ', () => {
  expect(() => latest('2024-06-30', { model: 'Swift' })).toThrow(
    'basis "list" and "freight" may not meet',
  );
  const shop = (until: string) =>
    evaluated({ kind: 'latest', label: 'L', table: 'shops', where: {}, measure: 'price', until });
  expect(() => shop('2024-02-01')).toThrow('shops: "L" meets several last figures');
  expect(shop('2024-03-31').value).toBe(110);
  expect(shop('2024-04-30').value).toBe(90);
});

const lowest = (
  period: string,
  where: Of<'lowest'>['where'] = { currency: 'CAD', basis: 'list' },
) => evaluated({ kind: 'lowest', label: 'Low', table: 'prices', where, measure: 'price', period });

test('evaluate(lowest) gives the smallest figure within the period, and its row', () => {
  const { value, rows } = lowest('2024');
  expect([value, rows]).toEqual([26000, [{ table: 'prices', key: '2024-02~Heron~CAD~list' }]]);
  expect(lowest('2024-03..2024-06').value).toBe(27000);
});

test('evaluate(lowest) does not take an empty cell for nothing', () => {
  expect(lowest('2024-05')).toMatchObject({ value: null, missing: ['Low'] });
});

test('evaluate(lowest) refuses two currencies and two bases', () => {
  expect(() => lowest('2024-02', { basis: 'list' })).toThrow('currency "CAD" and "CNY" may not');
  expect(() => lowest('2024-06', { currency: 'CAD' })).toThrow(
    'basis "list" and "freight" may not',
  );
});

const date = (where: Of<'date'>['where']) =>
  evaluated({ kind: 'date', label: 'Day', table: 'events', where });

test('evaluate(date) gives days since 1970, by UTC', () => {
  // 54 years of 365 days, 13 leap days (1972 to 2020), then 31 + 29 + 7 days of 2024.
  expect(date({ actor: 'Ottawa', event: 'begun' })).toMatchObject({ value: 19790, unit: 'date' });
});

test('evaluate(date) takes several rows of one day, refuses several days', () => {
  expect(date({ event: 'begun' }).value).toBe(19790);
  expect(date({ event: 'begun' }).rows).toHaveLength(2);
  expect(() => date({ actor: 'Ottawa' })).toThrow('events: "Day" meets several dates');
});

test('evaluate(date) without a row is null and missing', () => {
  expect(date({ actor: 'Washington', event: 'ended' })).toMatchObject({
    value: null,
    time: null,
    missing: ['Day'],
  });
});
