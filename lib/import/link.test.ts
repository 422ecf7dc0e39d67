import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { carriedHash, carries, LONGEST, parseCarried } from './link';

const carried = fc.record(
  {
    name: fc.string({ unit: 'grapheme', maxLength: 100 }),
    csv: fc.string({ unit: 'grapheme', maxLength: 1000 }),
    view: fc.record(
      {
        units: fc.constantFrom('chg', 'index', 'pch'),
        series: fc.array(fc.stringMatching(/^[a-z0-9:*-]+$/), { minLength: 1, maxLength: 4 }),
        scale: fc.constant('log'),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { noNullPrototype: true },
);

test('parseCarried undoes carriedHash for any name, text and view', () => {
  fc.assert(
    fc.property(carried, (one) => {
      const hash = carriedHash(one as Parameters<typeof carriedHash>[0]);
      fc.pre(hash.length <= LONGEST);
      assert.deepEqual(parseCarried(hash), one);
    }),
  );
});

test('carriedHash(carried) has only signs that no program escapes or cuts', () => {
  const csv = 'period,value\n2019,1\n2020,2\n';
  expect(carriedHash({ name: 'my file', csv, view: { units: 'index' } })).toMatch(
    /^#units=index&name=my\+file&csv=[A-Za-z0-9_-]+$/,
  );
});

test('parseCarried(hash) returns or throws on any text, and never unfolds without bound', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      try {
        parseCarried(`#csv=${encodeURIComponent(text)}`);
      } catch (error) {
        assert.ok(error instanceof Error);
      }
    }),
  );
  const bomb = carriedHash({ name: '', csv: 'a'.repeat(20_000_000), view: {} });
  expect(() => parseCarried(bomb)).toThrow(`longer than ${LONGEST}`);
});

test('parseCarried(hash) throws where the end was cut off', () => {
  const csv = Array.from({ length: 50 }, (_, index) => `${1970 + index},${index * 7.3}`).join('\n');
  const whole = carriedHash({ name: 'x', csv, view: {} });
  expect(() => parseCarried(whole.slice(0, -40))).toThrow();
});

test('carries(hash) tells an address with figures from any other', () => {
  expect(carries('#csv=abc')).toBe(true);
  expect(carries('#main')).toBe(false);
  expect(carries('')).toBe(false);
});
