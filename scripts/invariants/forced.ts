import { IntlMessageFormat } from 'intl-messageformat';
import { sayOf } from '@/lib/claim/answer';
import type { Evaluated } from '@/lib/claim/evaluated';
import type { ClaimResult, ReadingResult } from '@/lib/claim/result';
import type { TestOutcome } from '@/lib/claim/test-outcome';
import type { Result } from '@/lib/claim/verdict';
import { LOCALE } from '@/lib/locale';

/** A message of a claim said for every outcome that its readings may come to, whatever today's data say. */

const RESULTS: Result[] = ['holds', 'fails', 'unsettled'];
const SIGNS = { plus: 1, minus: -1, zero: 0 };
const ORDERS = { above: -1, equal: 0, below: 1 };

/** What a select on a reading's value may ask for, by the end of the value's name. */
const ASKED: Record<string, readonly string[]> = {
  '': RESULTS,
  sign: [...Object.keys(SIGNS), 'unknown'],
  order: [...Object.keys(ORDERS), 'unknown'],
};

type Ast = ReturnType<IntlMessageFormat['getAst']>;
type Select = { name: string; options: string[] };

function selectsIn(ast: Ast): Select[] {
  return ast.flatMap((element) => {
    if (!('options' in element)) return [];
    const options = Object.entries(element.options);
    const inner = options.flatMap(([, { value }]) => selectsIn(value));
    const own =
      'offset' in element ? [] : [{ name: element.value, options: Object.keys(element.options) }];
    return [...own, ...inner];
  });
}

/** Branches that no outcome leads to: slips of the pen, which `other` would hide. */
export function deadBranches(text: string): string[] {
  const ast = new IntlMessageFormat(text, LOCALE, undefined, { ignoreTag: true }).getAst();
  return selectsIn(ast).flatMap(({ name, options }) => {
    const known = ASKED[name.replace(/^r\d+_?/, '')] ?? [];
    return options
      .filter((option) => option !== 'other' && !known.includes(option))
      .map((option) => `{${name}, select, … ${option} …}`);
  });
}

const unknownInput = (input: Evaluated): Evaluated => ({ ...input, value: null });

function unknown(reading: ReadingResult): ReadingResult {
  const outcomes = reading.outcomes.map((outcome) => ({
    ...outcome,
    measured: null,
    inputs: outcome.inputs.map(unknownInput),
  }));
  return { ...reading, result: 'unsettled', outcomes };
}

/** With the first test measuring `value`, so much above its limit or below. */
function measuring(outcome: TestOutcome, value: number, order: number | null): TestOutcome {
  const { measured, limit } = outcome;
  const high = value + (order ?? 0);
  return {
    ...outcome,
    measured: { unit: measured?.unit ?? limit?.unit ?? '', value },
    limit: limit && order !== null ? { ...limit, high } : limit,
  };
}

/** A reading with each of its results, with each sign and order that the message asks for, and with nothing known. */
function forced(reading: ReadingResult, text: string): ReadingResult[] {
  const [first, ...others] = reading.outcomes;
  if (!first) return [reading];
  const asks = (what: string) => new RegExp(`\\br${reading.number}_${what}\\b`).test(text);
  const real = first.measured?.value ?? 1;
  const values = asks('sign')
    ? Object.values(SIGNS).map((sign) => sign * (Math.abs(real) || 1))
    : [real];
  const orders = asks('order') ? Object.values(ORDERS) : [null];
  const firsts = values.flatMap((value) => orders.map((order) => measuring(first, value, order)));
  const known = RESULTS.flatMap((result) =>
    firsts.map((one) => ({ ...reading, result, outcomes: [one, ...others] })),
  );
  return [...known, unknown(reading)];
}

/** What the message says in every case, each said once. */
export function everySaying(result: ClaimResult, text: string): string[] {
  let cases: ReadingResult[][] = [[]];
  for (const reading of result.readings) {
    const asked = new RegExp(`\\br${reading.number}\\b|\\br${reading.number}_`).test(text);
    const ways = asked ? forced(reading, text) : [reading];
    cases = cases.flatMap((before) => ways.map((way) => [...before, way]));
  }
  return [...new Set(cases.map((readings) => sayOf({ ...result, readings }, text)))];
}
