import { expect, test } from '@playwright/test';
import { tables } from '@/lib/claim/quantity-fixture';
import { parsePeriod } from '@/lib/table/period';
import { inCurrency } from './currency';

const valueIn = (period: string, unit: string, to: string) =>
  inCurrency({ ...parsePeriod(period), value: 30 }, unit, to, tables).value;

test('an amount is converted at the rate of its own month or year', () => {
  expect(valueIn('2024-03', 'CAD million', 'USD')).toBe(20);
  expect(valueIn('2024', 'CAD million', 'CNY')).toBeCloseTo(180);
});

test('an amount without a rate has no value: no such month, span or currency', () => {
  expect(valueIn('2024-01', 'CAD million', 'USD')).toBe(null);
  expect(valueIn('2024-02..2024-03', 'CAD million', 'USD')).toBe(null);
  expect(valueIn('2024-03', 'GBP', 'CAD')).toBe(null);
});
