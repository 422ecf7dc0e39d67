import { expect, test } from '@playwright/test';
import { progress, progressLine } from './progress';

/** A screen that keeps its lines, and a clock that is set by hand. */
function watched(total: number | null) {
  const lines: string[] = [];
  const clock = { ms: 0 };
  const screen = { write: (text: string) => lines.push(text) };
  return { lines, clock, shown: progress(total, screen, () => clock.ms) };
}

test('progressLine tells rows, megabytes, speed and the time left', () => {
  const state = { bytes: 31e6, rows: 500_000, total: 124e6, seconds: 0.5 };
  expect(progressLine(state)).toBe('500,000 rows | 31/124 MB | 62 MB/s | 2 s left');
});

test('progressLine of a file of unknown size says nothing of the time left', () => {
  const state = { bytes: 2e6, rows: 1, total: null, seconds: 4 };
  expect(progressLine(state)).toBe('1 row | 2 MB | 1 MB/s');
});

test('without a terminal a line is told every second, and one at the end', () => {
  const { lines, clock, shown } = watched(10e6);
  for (const ms of [5000, 5400, 5800, 6200, 7000]) {
    clock.ms = ms;
    shown.rows(1000);
    shown.bytes(2e6);
  }
  shown.end();
  expect(lines).toEqual([
    '4,000 rows | 8/10 MB | 7 MB/s | 1 s left\n',
    '5,000 rows | 10/10 MB | 5 MB/s | 0 s left\n',
  ]);
});

test('a file that is read in one piece is told of by its report alone', () => {
  const { lines, clock, shown } = watched(1e6);
  clock.ms = 9000;
  shown.bytes(1e6);
  clock.ms = 12_000;
  shown.end();
  expect(lines).toEqual([]);
});
