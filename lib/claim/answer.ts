import words from '@/data/words/en.json';
import { formatRounded } from '@/lib/format';
import { message, type Values } from '@/lib/message';
import type { Evaluated } from './evaluated';
import type { ClaimResult, ReadingResult } from './result';
import { heldOf } from './verdict';

export const UNKNOWN = '—';

const signOf = (value: number) => (value > 0 ? 'plus' : value < 0 ? 'minus' : 'zero');

const side = (value: number, limit: number) =>
  value === limit ? 'equal' : value > limit ? 'above' : 'below';

/**
 * What a message about a claim may say of its nth reading: `rN` the result; `rN_value` the first test's measured
 * value, `rN_abs` the same without its sign, `rN_sign` plus, minus or zero, `rN_order` how it stands to the limit
 * (above, below, equal), `rN_n` the bare number; `rN_1`, `rN_2`, … the inputs of all its tests in order;
 * `rN_list` the length of a ranking's list; `rN_held` and `rN_count` in how many of how many periods a test holds.
 */
export function readingValues({ number, result, outcomes }: ReadingResult): Values {
  const name = `r${number}`;
  const inputs = outcomes.flatMap((outcome) => outcome.inputs);
  const [first] = outcomes;
  const measured = first?.measured;
  const limit = first?.limit;
  return {
    [name]: result,
    [`${name}_value`]: measured
      ? formatRounded(measured.value, measured.unit, measured.margin ?? 0)
      : UNKNOWN,
    [`${name}_abs`]: measured
      ? formatRounded(Math.abs(measured.value), measured.unit, measured.margin ?? 0)
      : UNKNOWN,
    [`${name}_sign`]: measured ? signOf(measured.value) : 'unknown',
    [`${name}_order`]: measured && limit ? side(measured.value, limit.high) : 'unknown',
    [`${name}_n`]: inputs[0]?.value ?? UNKNOWN,
    [`${name}_held`]: heldOf((first?.byPeriod ?? []).map((one) => one.result)),
    [`${name}_count`]: first?.byPeriod.length ?? 0,
    [`${name}_list`]: inputs[0]?.places.length ?? 0,
    ...Object.fromEntries(
      inputs.map((input, index) => [
        `${name}_${index + 1}`,
        input.value === null ? UNKNOWN : formatRounded(input.value, input.unit, input.margin),
      ]),
    ),
  };
}

/** `name` the value of a named quantity, `name_abs` without its sign, `name_n` the bare number. */
function namedValues([name, { value, unit, margin }]: [string, Evaluated]): Values {
  if (value === null) return { [name]: UNKNOWN, [`${name}_abs`]: UNKNOWN, [`${name}_n`]: UNKNOWN };
  return {
    [name]: formatRounded(value, unit, margin),
    [`${name}_abs`]: formatRounded(Math.abs(value), unit, margin),
    [`${name}_n`]: value,
  };
}

/** The values by which a claim's messages are filled in. */
export function valuesOf({ readings, named, held, words: counted }: ClaimResult): Values {
  const values = [...readings.map(readingValues), ...[...named].map(namedValues)];
  return Object.assign({ held, count: counted.length }, ...values);
}

/**
 * A message of a claim's own (its answer, a chart's title) with the numbers of today's data. `count` is how many
 * readings count, `held` how many of them hold.
 */
export function sayOf(result: ClaimResult, text: string): string {
  const { claim } = result;
  try {
    return message(text, valuesOf(result));
  } catch (error) {
    throw new Error(`claim ${claim.id}: ${(error as Error).message}`);
  }
}

export const answerOf = (result: ClaimResult): string => sayOf(result, result.claim.answer);

/** What stands beside the verdict: how far the claim is true, in plain words. */
export const verdictLine = (result: ClaimResult): string =>
  sayOf(result, result.claim.verdict_line ?? words.verdictLines[result.verdict]);
