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
    for (const [first, second, text] of rows) {
      const bytes = Buffer.from(`<${text}\n>`);
      sorted.push(first, second, bytes, 1, bytes.length - 1);
    }
    const out = [...sorted].flatMap(({ first, second, rows, bytes }) => {
      const texts = bytes.toString().split('\n');
      expect(texts.length).toBe(rows + 1);
      return texts.slice(0, -1).map((text) => [first, second, text]);
    });
    return { out, runs: readdirSync(folder).length };
  } finally {
    sorted.close();
    rmSync(folder, { recursive: true });
  }
}

test('SortedRows gives the same order from memory and from the disk, rows alike as they came', () => {
  const number = fc.constantFrom(Number.NEGATIVE_INFINITY, -1, 0, 2, Number.POSITIVE_INFINITY);
  const text = fc.string({ unit: 'grapheme' }).filter((some) => !some.includes('\n'));
  const rows = fc.array(fc.tuple(number, number, text), {
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
  expect(sortedIn(rows, 20).runs).toBeGreaterThan(3);
});

test('SortedRows makes one run of rows that come in order', () => {
  const rows = Array.from({ length: 20 }, (_, at): [number, number, string] => [
    at >> 1,
    0,
    'text',
  ]);
  expect(sortedIn(rows, 20)).toEqual({ out: rows, runs: 1 });
});
