import { expect, test } from '@playwright/test';
import { sentence, sum, tally } from './results.mjs';

const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };

test('tally(report) counts a test that passed on a second try as passed, and tells of it', () => {
  expect(tally({ stats })).toEqual({ passed: 6, failed: 1, skipped: 2, retried: 1 });
});

test('tally(report) counts a file that did not load as failed', () => {
  const nothing = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(tally({ stats: nothing, errors: [{}] })).toMatchObject({ passed: 0, failed: 1 });
});

test('sum(tallies) adds them up, to nothing without any', () => {
  const one = { passed: 3, failed: 1, skipped: 0, retried: 1 };
  expect(sum([one, { passed: 4, failed: 0, skipped: 1, retried: 0 }])).toEqual({
    passed: 7,
    failed: 1,
    skipped: 1,
    retried: 1,
  });
  expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0, retried: 0 });
});

test('sentence(counts) names skipped and retried tests only when there are some', () => {
  expect(sentence({ passed: 41, failed: 0 })).toBe('41 passed, 0 failed');
  expect(sentence({ passed: 41, failed: 0, skipped: 1 })).toBe('41 passed, 0 failed, 1 skipped');
  expect(sentence({ passed: 41, failed: 0, retried: 1 })).toBe(
    '41 passed, 0 failed, 1 passed only when tried again',
  );
});
