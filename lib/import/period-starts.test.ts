import { expect, test } from '@playwright/test';
import { trade } from '@/lib/table/fixture';
import { parsePeriod } from '@/lib/table/period';
import { PeriodStarts } from './period-starts';
import { RowScanner } from './row-scan';

/** Where each period starts, one row after the other. */
function startsOf(texts: string[]) {
  const starts = new PeriodStarts(trade);
  const scanner = new RowScanner(3);
  const found: number[] = [];
  const rows = texts.map((text) => `${text},China,5\n`).join('');
  scanner.push(new TextEncoder().encode(rows), () => found.push(starts.of(scanner)));
  return { found, latest: starts.latest };
}

test('PeriodStarts reads each period as it is, whatever stood before it', () => {
  const periods = ['2024', '2024-06', '2024-08..2025-06', '2024-06', '2024/25', '2023', '2024'];
  const texts = [...periods, ...periods.toReversed(), '2024-06', '2024-07', '2025-06', '2024-06'];
  const { found, latest } = startsOf(texts);
  const wanted = texts.map((text) => parsePeriod(text).start);
  expect(found).toEqual(wanted);
  expect(latest).toBe(Math.max(...wanted));
});

test('PeriodStarts gives no start for what is no period', () => {
  const { found } = startsOf(['2024-06', '', '2024-06', 'x', '2024-06', '2024-13']);
  const june = parsePeriod('2024-06').start;
  const none = Number.NEGATIVE_INFINITY;
  expect(found).toEqual([june, none, june, none, june, none]);
});
