import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { type Marks, numeralFault, plainMarks, readNumeral, toPlain } from './numeral';

test('readNumeral finds the double that Number finds, for every way to write one', () => {
  const digits = (max: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: max });
  const numerals = fc
    .tuple(
      fc.constantFrom('', '-'),
      digits(20),
      fc.option(digits(20)),
      fc.constantFrom('', 'e5', 'E-7'),
    )
    .map(
      ([sign, whole, fraction, exponent]) =>
        `${sign}${whole}${fraction === null ? '' : `.${fraction}`}${exponent}`,
    );
  fc.assert(
    fc.property(numerals, (text) => assert.equal(readNumeral(text, plainMarks), Number(text))),
    { numRuns: 5000 },
  );
});

test('readNumeral takes nothing that is no numeral', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'0123456789.-+eE, x'), maxLength: 12 });
  fc.assert(
    fc.property(texts, (text) => {
      const isNumeral = /^-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/.test(text);
      const value = isNumeral && Number.isFinite(Number(text)) ? Number(text) : Number.NaN;
      assert.equal(readNumeral(text, plainMarks), value);
    }),
    { numRuns: 5000 },
  );
});

const comma: Marks = { decimal: ',', group: '' };
const french: Marks = { decimal: ',', group: ' ' };
const english: Marks = { decimal: '.', group: ',' };
const german: Marks = { decimal: ',', group: '.' };

const read: [text: string, marks: Marks, plain: string | null][] = [
  ['71048,5', comma, '71048.5'],
  ['-0,5', comma, '-0.5'],
  [',5', comma, '0.5'],
  ['-.5', plainMarks, '-0.5'],
  ['71048.5', comma, null],
  ['1.234', comma, null],
  ['1 234,50', french, '1234.50'],
  ['1\u00a0234', french, '1234'],
  ['1\u202f234\u202f567', french, '1234567'],
  ['12 34', french, null],
  ['1234,5', french, '1234.5'],
  ['1,234.5', english, '1234.5'],
  ['-1,234,567', english, '-1234567'],
  ['1,23', english, null],
  ['1,234,56', english, null],
  ['1.234.567,8', german, '1234567.8'],
  ['1.234', german, '1234'],
  ['1.23', german, null],
  ['1,2,3', german, null],
];

for (const [text, marks, plain] of read) {
  test(`toPlain reads ${text} with ${JSON.stringify(marks)} as ${plain}`, () => {
    expect(toPlain(text, marks)).toBe(plain);
    expect(readNumeral(text, marks)).toBe(plain === null ? Number.NaN : Number(plain));
  });
}

test('numeralFault shows both meanings where there are two', () => {
  expect(numeralFault('1,234', plainMarks)).toBe(
    '"1,234" is 1234 or 1.234: the format must say which',
  );
  expect(numeralFault('1.234', comma)).toBe('"1.234" is 1234 or 1.234: the format must say which');
  expect(numeralFault('1,2', plainMarks)).toBe('not a number: "1,2"');
});
