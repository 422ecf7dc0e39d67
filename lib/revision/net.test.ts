import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { trade } from '@/lib/table/fixture';
import { parseTableText, type Table } from '@/lib/table/table';
import { largestFirst, netChange } from './net';

const header = 'period,partner,value\n';
const tableOf = (...lines: string[]): Promise<Table> =>
  parseTableText(trade, header + lines.map((line) => `${line}\n`).join(''));

test('netChange(before, after) counts rows by their key, wherever they stand', async () => {
  const before = await tableOf('2023,China,1', '2024,China,2', '2025,China,3');
  const after = await tableOf('2026,China,9', '2025,China,3', '2024,China,4');
  expect(netChange(before, after)).toEqual({
    ...{ table: 'trade', added: 1, revised: 1, gone: 1 },
    figures: [
      { table: 'trade', key: '2024~China', column: 'value', before: '2', after: '4', by: 1 },
    ],
  });
});

test('a figure written otherwise is a row revised and no figure', async () => {
  const before = await tableOf('2024,China,7');
  const { revised, figures } = netChange(before, await tableOf('2024,China,7.0'));
  expect([revised, figures]).toEqual([1, []]);
});

test('a figure that came or went is among the largest', async () => {
  const before = await tableOf('2022,China,1', '2023,China,', '2024,China,5');
  const after = await tableOf('2022,China,3', '2023,China,8', '2024,China,');
  const { figures } = netChange(before, after);
  expect(largestFirst(figures).map(({ key, by }) => [key, by])).toEqual([
    ['2023~China', Number.POSITIVE_INFINITY],
    ['2024~China', Number.POSITIVE_INFINITY],
    ['2022~China', 2],
  ]);
});

const rows = fc.uniqueArray(
  fc.record({
    year: fc.integer({ min: 2000, max: 2020 }),
    value: fc.option(fc.integer({ min: -50, max: 50 })),
  }),
  { selector: ({ year }) => year, minLength: 1, maxLength: 12 },
);
const lines = (all: { year: number; value: number | null }[]) =>
  all.map(({ year, value }) => `${year},China,${value ?? ''}`);

test('netChange(before, after) accounts for every row, and back again is its mirror', async () => {
  await fc.assert(
    fc.asyncProperty(rows, rows, async (was, is) => {
      const [before, after] = [await tableOf(...lines(was)), await tableOf(...lines(is))];
      const there = netChange(before, after);
      const back = netChange(after, before);
      expect(was.length - there.gone + there.added).toBe(is.length);
      expect([back.added, back.gone, back.revised]).toEqual([
        there.gone,
        there.added,
        there.revised,
      ]);
      const swapped = back.figures.map(({ key, before: a, after: b }) => [key, b, a]);
      const figures = there.figures.map(({ key, before: a, after: b }) => [key, a, b]);
      expect(figures.sort()).toEqual(swapped.sort());
      expect(there.figures.length).toBe(there.revised);
    }),
  );
});
