import type { Claim, Test } from './claim';
import { tables } from './quantity-fixture';
import { type ClaimResult, claimResult, type Limits } from './result';

/** A claim for tests, with a reading for each test. */
export const claimOf = (tests: Test[], more: Partial<Claim> = {}): Claim => ({
  id: 'made-up',
  quote: 'it fell',
  prefix: '',
  suffix: '',
  paragraph: 1,
  topic: 'trade',
  restatement: 'It fell.',
  answer: '{r1}',
  readings: tests.map((test, index) => ({
    name: `Reading ${index + 1}`,
    question: 'Did it?',
    tests: [test],
  })),
  charts: [],
  conflicts: [],
  ...more,
});

/** Judged on the small tables, by an article of March 2024. */
export const resultOf = (claim: Claim, limits?: Limits): ClaimResult =>
  claimResult(claim, { tables, dataDay: '2024-12-31', published: '2024-03' }, limits);
