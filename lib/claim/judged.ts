import { answerOf } from './answer';
import type { Claim } from './claim';
import { claimResult } from './result';
import type { Setting } from './test-outcome';
import type { Result, Verdict } from './verdict';

/** What a claim comes to on some state of the data. */
export type Judged = {
  verdict: Verdict;
  held: number;
  /** How many readings count. */
  count: number;
  readings: { name: string; result: Result }[];
  answer: string;
};

/** Throws, naming the claim, where it cannot be put to the data. */
export function judged(claim: Claim, setting: Setting): Judged {
  const result = claimResult(claim, setting);
  const { verdict, held, words, readings } = result;
  return {
    ...{ verdict, held, count: words.length },
    readings: readings.map((one) => ({ name: one.reading.name, result: one.result })),
    answer: answerOf(result),
  };
}

export type MovedReading = { number: number; name: string; before: Result; after: Result };

/** The readings that both have, with another result. */
export const movedReadings = (before: Judged, after: Judged): MovedReading[] =>
  after.readings.flatMap(({ name, result }, index) => {
    const was = before.readings.find((one) => one.name === name)?.result;
    if (was === undefined || was === result) return [];
    return { number: index + 1, name, before: was, after: result };
  });

/** Whether the verdict, or the result of a reading, is another. */
export const hasMoved = (before: Judged, after: Judged): boolean =>
  before.verdict !== after.verdict || movedReadings(before, after).length > 0;
