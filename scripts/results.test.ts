import { expect, test } from '@playwright/test';
import { sentence, skipped, sum, tally } from './results.mjs';

test('tally(report) counts a file that did not load as failed', () => {
  const stats = { expected: 5, unexpected: 1, skipped: 2 };
  expect(tally({ stats })).toEqual({ passed: 5, failed: 1, skipped: 2 });
  expect(tally({ stats, errors: [{}] })).toMatchObject({ passed: 5, failed: 2 });
});

test('sum(tallies) adds them up, to nothing without any', () => {
  const one = { passed: 3, failed: 1, skipped: 0 };
  const other = { passed: 4, failed: 0, skipped: 1 };
  expect(sum([one, other])).toEqual({ passed: 7, failed: 1, skipped: 1 });
  expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test('sentence(counts) names skipped tests only when there are some', () => {
  expect(sentence({ passed: 41, failed: 0 })).toBe('41 passed, 0 failed');
  expect(sentence({ passed: 41, failed: 0, skipped: 1 })).toBe('41 passed, 0 failed, 1 skipped');
});

test('skipped(report) names each skipped test of any depth with its reason', () => {
  const spec = (title: string, status: string, description?: string) => ({
    title,
    tests: [{ status, annotations: description ? [{ type: 'skip', description }] : [] }],
  });
  const inner = { specs: [spec('R reads it', 'skipped', 'no R here'), spec('a', 'expected')] };
  expect(skipped({ suites: [{ suites: [inner], specs: [spec('b', 'skipped')] }] })).toEqual([
    'R reads it (no R here)',
    'b',
  ]);
});
