import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { SortedRows } from './sorted-rows';

function sortedIn(rows: [number, number, string][], inMemory: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimline-sorted-'));
  const sorted = new SortedRows(folder, 'added', inMemory);
  try {
    for (const row of rows) sorted.push(...row);
    const out = [...sorted].map(({ first, second, text }) => [first, second, text]);
    return { out, runs: readdirSync(folder).length };
  } finally {
    sorted.close();
    rmSync(folder, { recursive: true });
  }
}

test('SortedRows gives the same order from memory and from the disk, rows alike as they came', () => {
  const number = fc.constantFrom(Number.NEGATIVE_INFINITY, -1, 0, 2, Number.POSITIVE_INFINITY);
  const rows = fc.array(fc.tuple(number, number, fc.string({ unit: 'grapheme' })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(rows, (some) => {
      const order = (a: number, b: number) => Number(a > b) - Number(a < b);
      const expected = [...some].sort((a, b) => order(a[0], b[0]) || order(a[1], b[1]));
      expect(sortedIn(some, 200).out).toEqual(expected);
      expect(sortedIn(some, 1e6).out).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('SortedRows writes to the disk only what memory is not to hold', () => {
  const rows = Array.from({ length: 20 }, (_, at): [number, number, string] => [-at, 0, 'text']);
  expect(sortedIn(rows, 1e6).runs).toBe(0);
  expect(sortedIn(rows, 300).runs).toBeGreaterThan(3);
});
