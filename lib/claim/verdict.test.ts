import { expect, test } from '@playwright/test';
import { allOf, heldOf, type Result, type Verdict, verdictOf, verdicts } from './verdict';

const letters: Record<string, Result> = { h: 'holds', f: 'fails', u: 'unsettled' };
const results = (text: string) => [...text].map((letter) => letters[letter] as Result);

/** One letter a reading, the first as worded: h holds, f fails, u unsettled. */
const rules: [readings: string, verdict: Verdict, why: string][] = [
  ['h', 'holds', 'the only reading holds'],
  ['hhhh', 'holds', 'every reading holds'],
  ['hhf', 'mostly-holds', 'two of three hold'],
  ['hhhf', 'mostly-holds', 'three of four hold'],
  ['hhhff', 'mostly-holds', 'three of five hold'],
  ['hhu', 'mostly-holds', 'two of three hold and one is unsettled'],
  ['hf', 'holds-in-part', 'exactly half hold'],
  ['hhff', 'holds-in-part', 'exactly half of four hold'],
  ['hhuu', 'holds-in-part', 'exactly half hold and the other half is unsettled'],
  ['hu', 'holds-in-part', 'an unsettled reading counts among all'],
  ['hhfuu', 'holds-in-part', 'two of five hold, though only one fails'],
  ['hfff', 'holds-in-part', 'one of four holds'],
  ['fh', 'does-not-hold-as-worded', 'the first fails and another holds'],
  ['fhhhh', 'does-not-hold-as-worded', 'the first fails, however many others hold'],
  ['fuuuh', 'does-not-hold-as-worded', 'the first fails and one of the others holds'],
  ['f', 'does-not-hold', 'the only reading fails'],
  ['fff', 'does-not-hold', 'all fail'],
  ['fuu', 'does-not-hold-as-worded', 'the first fails and the others are unsettled'],
  ['ffu', 'does-not-hold-as-worded', 'one of those that do not hold is unsettled'],
  ['u', 'cannot-be-settled', 'the only reading is unsettled'],
  ['uhhh', 'cannot-be-settled', 'the first is unsettled, though all others hold'],
  ['ufff', 'cannot-be-settled', 'the first is unsettled, though all others fail'],
];

for (const [readings, verdict, why] of rules) {
  test(`verdictOf("${readings}") is ${verdict}: ${why}`, () => {
    expect(verdictOf(results(readings))).toBe(verdict);
  });
}

test('verdictOf of no reading throws', () => {
  expect(() => verdictOf([])).toThrow('a verdict needs at least one reading');
});

test('every verdict is reached by some readings, and listed once', () => {
  const reached = new Set(rules.map(([, verdict]) => verdict));
  expect([...reached].sort()).toEqual([...verdicts].sort());
  expect(verdicts).toHaveLength(6);
});

test('allOf(results) fails with one failure, else is left open by one open question', () => {
  expect(allOf(results('hh'))).toBe('holds');
  expect(allOf(results('hf'))).toBe('fails');
  expect(allOf(results('uf'))).toBe('fails');
  expect(allOf(results('hu'))).toBe('unsettled');
  expect(allOf(results('huf'))).toBe('fails');
});

test('heldOf(results) counts those that hold', () => {
  expect(heldOf(results('hhfu'))).toBe(2);
  expect(heldOf(results('fu'))).toBe(0);
});
