import { expect, test } from '@playwright/test';
import { message } from '@/lib/message';
import { answerOf, sayOf } from './answer';
import type { Quantity, Test } from './claim';
import { claimOf, resultOf } from './fixture';
import { exportsTo, stated } from './quantity-fixture';

const fall = (from: Quantity, to: Quantity): Test => ({
  kind: 'change',
  from,
  to,
  as: 'percent',
  relation: 'at-most',
  threshold: { value: -25, unit: '%', reason: 'A quarter' },
});
const unknown = exportsTo('Japan', '2024-Q1');
const nothing: Test = { kind: 'missing', wanted: 'A loss', would_settle: 'A report' };

const say = (text: string, ...tests: Test[]) => sayOf(resultOf(claimOf(tests)), text);

test('message(text, values) puts values in, and selects by a result', () => {
  expect(message('{a} of {b}', { a: 2, b: 'three' })).toBe('2 of three');
  const choice = '{r, select, holds {yes} fails {no} other {unknown}}';
  expect(message(choice, { r: 'holds' })).toBe('yes');
  expect(message(choice, { r: 'unsettled' })).toBe('unknown');
  expect(message('a <b> c')).toBe('a <b> c');
});

test('message(text, values) without a value it names throws, quoting the message', () => {
  expect(() => message('It fell by {r9_abs}', { r1: 1 })).toThrow(
    /^"It fell by \{r9_abs\}": .*r9_abs.* not provided/,
  );
});

test('sayOf(result, text) that names a reading there is not throws, naming the claim', () => {
  expect(() => say('By {r2_value}', nothing)).toThrow(
    /^claim made-up: "By \{r2_value\}": .*r2_value/,
  );
  expect(() => say('By {r2, select, other {}}', nothing)).toThrow(/^claim made-up: .*r2/);
});

test('sayOf(result, text) knows value, size, sign and order of a fall', () => {
  const text = '{r1} {r1_value} {r1_abs} {r1_sign} {r1_order}';
  expect(say(text, fall(stated(200), stated(100)))).toBe('holds −50% 50% minus below');
  expect(say(text, fall(stated(200), stated(300)))).toBe('fails 50% 50% plus above');
  expect(say(text, fall(stated(200), stated(150)))).toBe('holds −25% 25% minus equal');
  expect(say(text, fall(stated(200), stated(200)))).toBe('fails 0% 0% zero above');
});

test('sayOf(result, text) numbers the inputs, and the bare number is the first', () => {
  expect(say('from {r1_1} to {r1_2}, {r1_n}', fall(stated(2000), stated(1500)))).toBe(
    'from CAD 2,000 to CAD 1,500, 2000',
  );
});

test('sayOf(result, text) numbers readings apart', () => {
  const tests = [fall(stated(200), stated(100)), fall(stated(200), stated(190))];
  expect(say('{r1} {r1_value}; {r2} {r2_value}', ...tests)).toBe('holds −50%; fails −5%');
});

test('sayOf(result, text) has a dash for what is not known, and says so', () => {
  const text = '{r1} {r1_value} {r1_abs} {r1_sign} {r1_order} {r1_1} {r1_2} {r1_n}';
  const outcome = fall(unknown, stated(5, 'CAD million'));
  expect(say(text, outcome)).toBe('unsettled — — unknown unknown — CAD 5 million —');
  expect(say('{r1} {r1_value} {r1_list}', nothing)).toBe('unsettled — 0');
});

test('sayOf(result, text) knows the place in a list and its length', () => {
  const rank: Test = {
    kind: 'rank',
    rank: {
      kind: 'rank',
      label: 'China',
      subject: 'China',
      each: {
        table: 'trade',
        where: { flow: 'exports', basis: 'customs' },
        dimension: 'partner',
        except: ['Peru'],
      },
      value: exportsTo('$each', '2024-01'),
      order: 'highest-first',
    },
    as: 'percent-of-list',
    relation: 'at-most',
    threshold: { value: 50, unit: '% of the list', reason: 'Half' },
  };
  expect(say('{r1_1} of {r1_list}: {r1_value}', rank)).toBe('2nd of 4: 50% of the list');
});

test('answerOf(result) is the claim’s own message', () => {
  const claim = { ...claimOf([fall(stated(4), stated(1))]), answer: 'It fell by {r1_abs}.' };
  expect(answerOf(resultOf(claim))).toBe('It fell by 75%.');
});
