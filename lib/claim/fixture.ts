import type { Claim, Test } from './claim';
import { tables } from './quantity-fixture';
import { type ClaimResult, claimResult, type Limits } from './result';
import type { Text } from './text';

export const text: Text = {
  id: 'made-up-text',
  kind: 'commentary',
  title: 'A text made up for tests',
  author: null,
  publisher: null,
  day: '2024-03',
  language: 'en',
  paragraphs: 1,
  about: 'Made up.',
  unrated: [],
  related: [],
  order: 1,
  topics: ['trade'],
};

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
  quantities: {},
  readings: tests.map((test, index) => ({
    role: 'words',
    name: `Reading ${index + 1}`,
    question: 'Did it?',
    tests: [test],
  })),
  charts: [],
  conflicts: [],
  text,
  ...more,
});

/** Judged on the small tables. */
export const resultOf = (claim: Claim, limits?: Limits): ClaimResult =>
  claimResult(claim, { tables, dataDay: '2024-12-31' }, limits);
