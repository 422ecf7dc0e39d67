import { expect, test } from '@playwright/test';
import { parseLimits } from './limits';

test('parseLimits(parameters) reads a limit for each reading', () => {
  expect(parseLimits({ r1: '15', r2: '-10', r9: '0.5' })).toEqual({
    limits: { 1: 15, 2: -10, 9: 0.5 },
    ignored: [],
  });
  expect(parseLimits({ r1: '0' }).limits).toEqual({ 1: 0 });
  expect(parseLimits({})).toEqual({ limits: {}, ignored: [] });
});

const refused = ['', ' ', ' 5', '5 ', '1e3', '1,000', '5%', '+5', '.5', '5.', '--5', 'NaN', '−5'];

for (const value of [...refused, 'Infinity', '0x10']) {
  test(`parseLimits({ r1: ${JSON.stringify(value)} }) names r1 as ignored`, () => {
    expect(parseLimits({ r1: value })).toEqual({ limits: {}, ignored: ['r1'] });
  });
}

test('parseLimits(parameters) ignores a limit given twice', () => {
  expect(parseLimits({ r1: ['5', '6'], r2: '7' })).toEqual({ limits: { 2: 7 }, ignored: ['r1'] });
});

test('parseLimits(parameters) names what is no reading', () => {
  const { limits, ignored } = parseLimits({ r0: '5', r: '5', R1: '5', r01: '5', xr1: '5', a: '5' });
  expect([limits, ignored]).toEqual([{}, ['r0', 'r', 'R1', 'r01', 'xr1', 'a']]);
  expect(parseLimits({ r1: undefined }).ignored).toEqual(['r1']);
});
