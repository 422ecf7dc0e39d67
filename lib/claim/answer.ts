import { formatValue } from '@/lib/format';
import { message, type Values } from '@/lib/message';
import type { ClaimResult, ReadingResult } from './result';

export const UNKNOWN = '—';

const signOf = (value: number) => (value > 0 ? 'plus' : value < 0 ? 'minus' : 'zero');

const side = (value: number, limit: number) =>
  value === limit ? 'equal' : value > limit ? 'above' : 'below';

/**
 * What a message about a claim may say of its nth reading: `rN` the result; `rN_value` the first test's measured
 * value, `rN_abs` the same without its sign, `rN_sign` plus, minus or zero, `rN_order` how it stands to the limit
 * (above, below, equal), `rN_n` the bare number; `rN_1`, `rN_2`, … the inputs of all its tests in order;
 * `rN_list` the length of a ranking's list.
 */
export function readingValues({ number, result, outcomes }: ReadingResult): Values {
  const name = `r${number}`;
  const inputs = outcomes.flatMap((outcome) => outcome.inputs);
  const [first] = outcomes;
  const measured = first?.measured;
  const limit = first?.limit;
  return {
    [name]: result,
    [`${name}_value`]: measured ? formatValue(measured.value, measured.unit) : UNKNOWN,
    [`${name}_abs`]: measured ? formatValue(Math.abs(measured.value), measured.unit) : UNKNOWN,
    [`${name}_sign`]: measured ? signOf(measured.value) : 'unknown',
    [`${name}_order`]: measured && limit ? side(measured.value, limit.high) : 'unknown',
    [`${name}_n`]: inputs[0]?.value ?? UNKNOWN,
    [`${name}_list`]: inputs[0]?.places.length ?? 0,
    ...Object.fromEntries(
      inputs.map((input, index) => [
        `${name}_${index + 1}`,
        input.value === null ? UNKNOWN : formatValue(input.value, input.unit),
      ]),
    ),
  };
}

/** The values of all readings, by which a claim's messages are filled in. */
export const valuesOf = ({ readings }: Pick<ClaimResult, 'readings'>): Values =>
  Object.assign({}, ...readings.map(readingValues));

/** A message of a claim's own (its answer, a chart's title) with the numbers of today's data. */
export function sayOf(result: Pick<ClaimResult, 'claim' | 'readings'>, text: string): string {
  try {
    return message(text, valuesOf(result));
  } catch (error) {
    throw new Error(`claim ${result.claim.id}: ${(error as Error).message}`);
  }
}

export const answerOf = (result: ClaimResult): string => sayOf(result, result.claim.answer);
