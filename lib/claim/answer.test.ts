import { expect, test } from '@playwright/test';
import { message } from '@/lib/message';
import { answerOf, sayOf, verdictLine } from './answer';
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

test('sayOf(result, text) knows the named quantities: value, size and bare number', () => {
  const quantities = { loss: stated(-1250, 'CAD million'), unused: exportsTo('China', '$period') };
  const answer = 'It lost {loss_abs}: {loss}, {loss_n, plural, one {one} other {many}}.';
  const claim = claimOf([fall(stated(4), stated(1))], { quantities, answer });
  expect(answerOf(resultOf(claim))).toBe('It lost CAD 1.25 billion: CAD −1.25 billion, many.');
  expect(() => sayOf(resultOf(claim), '{unused}')).toThrow(/^claim made-up: .*unused/);
});

test('sayOf(result, text) has a dash for a named quantity that is not known', () => {
  const answer = '{japan}, {japan_abs}';
  const claim = claimOf([fall(stated(4), stated(1))], { quantities: { japan: unknown }, answer });
  expect(answerOf(resultOf(claim))).toBe('—, —');
});

const holds = fall(stated(4), stated(1));
const fails = fall(stated(4), stated(4));

const lines: [tests: Test[], line: string][] = [
  [[holds], 'True by the one way to measure it'],
  [[holds, holds], 'True by both ways to measure it'],
  [[holds, holds, holds], 'True by all 3 ways to measure it'],
  [[holds, holds, holds, fails], 'True as worded, and by 3 of 4 ways to measure it'],
  [[holds, nothing], 'True in the narrow sense: 1 of 2 ways'],
  [[fails, holds, holds], 'Not true as worded; true by 2 of 3 ways'],
  [[fails, nothing], 'Not true as worded; the other ways to measure it are not all settled'],
  [[fails], 'Not true by the one way to measure it'],
  [[fails, fails], 'Not true by either way to measure it'],
  [[fails, fails, fails], 'Not true by any of 3 ways to measure it'],
  [[nothing, fails], 'No figure here settles it as worded'],
  [[nothing, holds], 'No figure here settles it as worded; true by 1 of 2 ways'],
];

for (const [tests, line] of lines)
  test(`verdictLine(result) says "${line}"`, () => {
    expect(verdictLine(resultOf(claimOf(tests)))).toBe(line);
  });

test('verdictLine(result) is the claim’s own message where it has one', () => {
  const verdict_line =
    'For {count, plural, one {its one subject} other {# subjects}}: {held}, {r2}';
  const claim = claimOf([holds, nothing], { verdict_line });
  expect(verdictLine(resultOf(claim))).toBe('For 2 subjects: 1, unsettled');
});
