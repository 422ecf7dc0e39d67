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
  readings: Result[];
  answer: string;
};

/** Throws, naming the claim, where it cannot be put to the data. */
export function judged(claim: Claim, setting: Setting): Judged {
  const result = claimResult(claim, setting);
  const { verdict, held, words, readings } = result;
  return {
    ...{ verdict, held, count: words.length },
    readings: readings.map((one) => one.result),
    answer: answerOf(result),
  };
}

/** Whether the verdict, or the result of a reading, is another. */
export const hasMoved = (before: Judged, after: Judged): boolean =>
  before.verdict !== after.verdict || before.readings.join() !== after.readings.join();
