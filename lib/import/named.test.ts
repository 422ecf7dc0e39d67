import { expect, test } from '@playwright/test';
import { named } from './named';

const refusal = (file: string, row: number, message = 'x', column: string | null = null) => ({
  ...{ file, row, column, message },
});

test('named({ gone }) takes a key as it stands, and * for any text', () => {
  const { gone } = named({ gone: ['2024-05~China~exports', '2023-*~C*C3*B4te_d*E2*80*99Ivoire'] });
  expect(gone('2024-05~China~exports', true)).toBe(true);
  expect(gone('2024-05~China~exports2', true)).toBe(false);
  expect(gone('2023-01~C*C3*B4te_d*E2*80*99Ivoire', true)).toBe(true);
  expect(gone('2022-01~C*C3*B4te_d*E2*80*99Ivoire', true)).toBe(false);
});

test('a pattern leaves rows of which no file speaks where they are; a whole key takes any', () => {
  const { gone } = named({ gone: ['2024-05~*', '2023~C*C3*B4te'] });
  expect([gone('2024-05~China', true), gone('2024-05~China', false)]).toEqual([true, false]);
  expect(gone('2023~C*C3*B4te', false)).toBe(true);
});

test('a key’s signs mean themselves', () => {
  const { gone } = named({ gone: ['2024/25~a.b(c)+'] });
  const found = ['2024/25~a.b(c)+', '2024/25~axb(c)+'].map((key) => gone(key, true));
  expect(found).toEqual([true, false]);
});

test('named({ refused }) takes rows, ranges and a file’s own', () => {
  const { refused } = named({ refused: ['17,20-22', 'C:\\june.csv:5'] });
  expect([16, 17, 19, 20, 22, 23].map((row) => refused(refusal('a.csv', row)))).toEqual([
    ...[false, true, false, true, true, false],
  ]);
  const places = [refusal('C:\\june.csv', 5), refusal('a.csv', 5)];
  expect(places.map(refused)).toEqual([true, false]);
});

test('named({ refusedFor }) takes a reason as the report says it, alone or with its column', () => {
  const told = refusal('a.csv', 5, 'not a number: "1?"', 'VALUE');
  const forReason = (reason: string) => named({ refusedFor: [reason] }).refused(told);
  const whole = ['not a number: *', 'not a number: …', 'VALUE: not a number: *', '*'];
  expect(whole.map(forReason)).toEqual([true, true, true, true]);
  const others = ['a number: *', 'not a number', 'UOM: not a number: *', 'not a number: "2*'];
  expect(others.map(forReason)).toEqual([false, false, false, false]);
});

test('named() names nothing, and what is no row is an error', () => {
  expect(named({}).gone('', true)).toBe(false);
  expect(named({}).refused(refusal('a', 1))).toBe(false);
  expect(() => named({ refused: ['x'] })).toThrow('--refused: not rows: "x"');
});
