import { expect, test } from '@playwright/test';
import { comparePeriods, contains, eachMonth, parsePeriod, yearOf } from './period';

const bounds = (text: string) => {
  const { kind, start, end } = parsePeriod(text);
  return [kind, isoOf(start), isoOf(end)];
};

const isoOf = (instant: number) =>
  Number.isFinite(instant) ? new Date(instant).toISOString() : String(instant);

const read: [text: string, kind: string, start: string, end: string][] = [
  ['2024', 'calendar_year', '2024-01-01', '2025-01-01'],
  ['0024', 'calendar_year', '0024-01-01', '0025-01-01'],
  ['2024-H1', 'half_year', '2024-01-01', '2024-07-01'],
  ['2024-H2', 'half_year', '2024-07-01', '2025-01-01'],
  ['2024-Q1', 'quarter', '2024-01-01', '2024-04-01'],
  ['2024-Q4', 'quarter', '2024-10-01', '2025-01-01'],
  ['2024-06', 'month', '2024-06-01', '2024-07-01'],
  ['2024-12', 'month', '2024-12-01', '2025-01-01'],
  ['2024-06-05', 'day', '2024-06-05', '2024-06-06'],
  ['2024-02-29', 'day', '2024-02-29', '2024-03-01'],
  ['2024-12-31', 'day', '2024-12-31', '2025-01-01'],
  ['2024/25', 'crop_year', '2024-08-01', '2025-08-01'],
  ['1999/00', 'crop_year', '1999-08-01', '2000-08-01'],
  ['2024-10/P1Y', 'marketing_year', '2024-10-01', '2025-10-01'],
  ['2024-08..2025-06', 'span', '2024-08-01', '2025-07-01'],
  ['2013/14..2018/19', 'span', '2013-08-01', '2019-08-01'],
  ['2018..2018', 'span', '2018-01-01', '2019-01-01'],
  ['2024..2024-03', 'span', '2024-01-01', '2024-04-01'],
  ['2024-03-10..2025-Q2', 'span', '2024-03-10', '2025-07-01'],
];

for (const [text, kind, start, end] of read) {
  test(`parsePeriod("${text}") is a ${kind} from ${start} to before ${end}, in UTC`, () => {
    const midnight = 'T00:00:00.000Z';
    expect(bounds(text)).toEqual([kind, start + midnight, end + midnight]);
    expect(parsePeriod(text).text).toBe(text);
  });
}

test('parsePeriod(span) without a side is open there', () => {
  expect(bounds('..2018')).toEqual(['span', '-Infinity', '2019-01-01T00:00:00.000Z']);
  expect(bounds('2024-06..')).toEqual(['span', '2024-06-01T00:00:00.000Z', 'Infinity']);
});

const refused = [
  ...['', ' ', ' 2024', '2024 ', '2024\n', '24', '02024', '-2024', '+2024', '２０２４', 'latest'],
  ...['2024-13', '2024-00', '2024-6', '2024-6-5', '2024-06-5', '202406', '2024/06', '06-2024'],
  ...['2024-02-30', '2023-02-29', '2024-04-31', '2024-06-00', '2024-13-01', '2024-00-10'],
  ...['2024-06-05T00:00', '2024-H0', '2024-H3', '2024-h1', '2024H1', '2024-Q0', '2024-Q5'],
  ...['2024/24', '2024/26', '2024/2025', '2024-25', '1999/2000', '2024/25 '],
  ...['2024-10/P2Y', '2024-13/P1Y', '2024/P1Y', '2024-10/P12M', '2024-10-01/P1Y'],
  ...['..', '...', '....', '2024...2025', '2024..2025..2026', '2024 .. 2025', '2024.2025'],
  ...['2024..2023', '2024-06..2024-05', '2024-10/P1Y..2026', '..2024-10/P1Y', '2024..x', 'x..'],
  ...['2000/01-2004/05 average', '2013-03/05', '2013-14 crop year'],
];

for (const text of refused) {
  test(`parsePeriod(${JSON.stringify(text)}) throws`, () => {
    expect(() => parsePeriod(text)).toThrow(`not a period: ${JSON.stringify(text)}`);
  });
}

test('parsePeriod(text) quotes the text it refuses', () => {
  expect(() => parsePeriod('2024-13')).toThrow(/^not a period: "2024-13"$/);
});

test('comparePeriods(a, b) sorts by start, then by end, open spans too', () => {
  const sorted = ['2024-06', '2024..', '2024-Q1', '..2018', '2024', '..2017', '2024-01', '..2018']
    .map(parsePeriod)
    .sort(comparePeriods)
    .map((period) => period.text);
  const expected = [
    '..2017',
    '..2018',
    '..2018',
    '2024-01',
    '2024-Q1',
    '2024',
    '2024..',
    '2024-06',
  ];
  expect(sorted).toEqual(expected);
});

test('comparePeriods(a, b) is 0 for two names of one stretch', () => {
  expect(comparePeriods(parsePeriod('2024-08/P1Y'), parsePeriod('2024/25'))).toBe(0);
  expect(comparePeriods(parsePeriod('..2018'), parsePeriod('..2018-12-31'))).toBe(0);
  expect(comparePeriods(parsePeriod('2024-06..'), parsePeriod('2024-06-01..'))).toBe(0);
});

const held: [outer: string, inner: string, is: boolean][] = [
  ['2024', '2024', true],
  ['2024', '2024-12-31', true],
  ['2024', '2025-01-01', false],
  ['2024', '2023-12-31', false],
  ['2024', '2024/25', false],
  ['2024/25', '2024-08', true],
  ['2024/25', '2024-07', false],
  ['2024-06', '2024', false],
  ['..2018', '1970', true],
  ['..2018', '2019-01', false],
  ['2024-06..', '2024-06..', true],
  ['2024-06..', '2024..', false],
];

for (const [outer, inner, is] of held) {
  test(`contains("${outer}", "${inner}") is ${is}`, () => {
    expect(contains(parsePeriod(outer), parsePeriod(inner))).toBe(is);
  });
}

const monthsOf = (text: string) => eachMonth(parsePeriod(text)).map((month) => month.text);

test('eachMonth(period) lists the months that lie wholly inside', () => {
  expect(monthsOf('2024-Q4')).toEqual(['2024-10', '2024-11', '2024-12']);
  expect(monthsOf('2024-11..2025-02')).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
  expect(monthsOf('2024-06')).toEqual(['2024-06']);
  expect(monthsOf('2024/25')).toHaveLength(12);
  expect(monthsOf('2024/25')[0]).toBe('2024-08');
  expect(monthsOf('2024/25')[11]).toBe('2025-07');
});

test('eachMonth(period) leaves out months that lie partly inside', () => {
  expect(monthsOf('2024-01-02..2024-03-30')).toEqual(['2024-02']);
  expect(monthsOf('2024-01-01..2024-03-31')).toEqual(['2024-01', '2024-02', '2024-03']);
  expect(monthsOf('2024-06-05')).toEqual([]);
});

test('eachMonth(period) gives months as parsePeriod reads them', () => {
  expect(eachMonth(parsePeriod('2024-02'))).toEqual([parsePeriod('2024-02')]);
});

test('eachMonth(open span) throws', () => {
  expect(() => monthsOf('2024-06..')).toThrow('"2024-06.."');
  expect(() => monthsOf('..2018')).toThrow('"..2018"');
});

test('yearOf(period) is the UTC year in which it starts', () => {
  expect(yearOf(parsePeriod('2024'))).toBe(2024);
  expect(yearOf(parsePeriod('2024-01-01'))).toBe(2024);
  expect(yearOf(parsePeriod('1999/00'))).toBe(1999);
  expect(yearOf(parsePeriod('2024-06..'))).toBe(2024);
  expect(() => yearOf(parsePeriod('..2018'))).toThrow('starts in no year: "..2018"');
});
