import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import { trade } from '@/lib/table/fixture';
import { NewPeriods } from './new-periods';
import { PeriodStarts } from './period-starts';
import { RowScanner } from './row-scan';

/** Beside a table that ends with a period. */
function reader(last = '1999') {
  const scanner = new RowScanner(3);
  const table = new PeriodStarts(trade);
  scanner.push(new TextEncoder().encode(`${last},China,1\n`), () => table.of(scanner));
  const periods = new NewPeriods(trade, table);
  return (period: string, key: number): boolean => {
    let first = false;
    scanner.push(new TextEncoder().encode(`${period},China,1\n`), () => {
      first = periods.isFirst(scanner, key, key);
    });
    return first;
  };
}

test('NewPeriods knows the keys of the latest period, in a file in order', () => {
  const isFirst = reader();
  expect([isFirst('2020', 1), isFirst('2020', 2), isFirst('2020', 1)]).toEqual([true, true, false]);
  expect([isFirst('2021', 1), isFirst('2020', 3)]).toEqual([true, false]);
});

test('NewPeriods promises nothing of the latest period once a file has turned back often', () => {
  const isFirst = reader();
  isFirst('2021', 0);
  for (let key = 1; key < 3000; key += 1) assert.equal(isFirst('2020', key), false, `${key}`);
  expect([isFirst('2021', 5000), isFirst('2022', 1), isFirst('2022', 1)]).toEqual([
    false,
    true,
    false,
  ]);
});

test('NewPeriods holds the keys of new periods, however long the file repeats the table before', () => {
  const isFirst = reader('2020');
  for (let key = 0; key < 3000; key += 1) assert.equal(isFirst('2020', key), false, `${key}`);
  expect([isFirst('2021', 1), isFirst('2021', 2), isFirst('2021', 1)]).toEqual([true, true, false]);
});
