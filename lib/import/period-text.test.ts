import { expect, test } from '@playwright/test';
import { type DateReading, periodFault, periodOfDays, periodReader, toPeriod } from './period-text';

const read: [text: string, period: string | null, reading?: DateReading][] = [
  ['2024', '2024'],
  ['2024-06', '2024-06'],
  [' 2024-06-05 ', '2024-06-05'],
  ['2024-06-31', null],
  ['202406', '2024-06'],
  ['202413', null],
  ['20240605', '2024-06-05'],
  ['2024Q3', '2024-Q3'],
  ['2024-T3', '2024-Q3'],
  ['Q3 2024', '2024-Q3'],
  ['2024/25', '2024/25'],
  ['2019/2020', '2019/20'],
  ['1999/2000', '1999/00'],
  ['2019/2021', null],
  ['2018-2020', '2018..2020'],
  ['2019-2020', null],
  ['2019-2020', '2019/20', 'crop-year'],
  ['2019-2020', '2019..2020', 'years'],
  ['2024/06', null],
  ['2024/06', '2024-06', 'year/month'],
  ['2024/6/5', '2024-06-05'],
  ['Jan 2024', '2024-01'],
  ['January 2024', '2024-01'],
  ['2024-January', '2024-01'],
  ['août 2024', '2024-08'],
  ['déc. 2024', '2024-12'],
  ['5 juin 2024', '2024-06-05'],
  ['June 5, 2024', '2024-06-05'],
  ['Juneteenth 2024', null],
  ['25/12/2024', '2024-12-25'],
  ['12/25/2024', '2024-12-25'],
  ['03/03/2024', '2024-03-03'],
  ['03/04/2024', null],
  ['03/04/2024', '2024-04-03', 'day-month-year'],
  ['03/04/2024', '2024-03-04', 'month-day-year'],
  ['2024-06-05T00:00:00Z', '2024-06-05'],
  ['2024-06-05T12:30:00Z', null],
  ['2024-06-01', '2024-06', 'month-start'],
  ['2024-06-02', null, 'month-start'],
  ['2024-04-01', '2024-Q2', 'quarter-start'],
  ['2024-05-01', null, 'quarter-start'],
  ['2024-01-01', '2024', 'year-start'],
  ['2023-Annual value', '2023'],
  ['', null],
  ['total', null],
  ['-5000', null],
];

for (const [text, period, reading] of read) {
  test(`toPeriod reads ${JSON.stringify(text)}${reading ? ` by ${reading}` : ''} as ${period}`, () => {
    expect(toPeriod(text, reading)).toBe(period);
    const remembers = periodReader(reading);
    expect([remembers(text), remembers(text)]).toEqual([period, period]);
  });
}

test('periodFault shows both meanings where there are two', () => {
  expect(periodFault('03/04/2024')).toContain('2024-04-03 or 2024-03-04');
  expect(periodFault('2019-2020')).toContain('2019/20 or 2019..2020');
  expect(periodFault('total')).toBe('not a period: "total"');
});

const bounds: [first: string, last: string, period: string | null][] = [
  ['2024-01-01', '2024-12-31', '2024'],
  ['2024-07-01', '2024-12-31', '2024-H2'],
  ['2024-04-01', '2024-06-30', '2024-Q2'],
  ['2024-02-01', '2024-02-29', '2024-02'],
  ['2024-06-05', '2024-06-05', '2024-06-05'],
  ['2024-08-01', '2025-07-31', '2024/25'],
  ['2024-02-01', '2024-03-15', '2024-02-01..2024-03-15'],
  ['', '2018-12-31', '..2018-12-31'],
  ['2024-02-01', '', '2024-02-01..'],
  ['2024-03-01', '2024-02-01', null],
  ['', '', null],
];

for (const [first, last, period] of bounds) {
  test(`periodOfDays takes ${first || 'ever'} to ${last || 'ever'} for ${period}`, () => {
    expect(periodOfDays(first, last)).toBe(period);
  });
}
