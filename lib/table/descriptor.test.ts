import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { datapackage } from './descriptor';

/** The project's own descriptor with one measure described otherwise. */
function faultsWith(table: string, measure: string, change: Record<string, unknown>): string[] {
  const described = JSON.parse(readFileSync('data/datapackage.json', 'utf8'));
  const { schema } = described.resources.find((one: { name: string }) => one.name === table);
  const field = schema.fields.find((one: { name: string }) => one.name === measure);
  Object.assign(field, change);
  const parsed = datapackage.safeParse(JSON.parse(JSON.stringify(described)));
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
}

test('a measure that does not say what it counts is told with its table and what it may say', () => {
  expect(faultsWith('trade-by-partner', 'value_cad_millions', { kind: undefined })).toEqual([
    'trade-by-partner: the measure "value_cad_millions" needs a "kind": amount, share, rank, date, price, rate, index, change, or one for each unit of its rows',
  ]);
});

test('a measure whose rows name their units has a kind for each of them', () => {
  expect(
    faultsWith('mirror-trade', 'value', { kind: { '%': 'share', vehicles: 'amount' } }),
  ).toEqual([
    'mirror-trade: "value" needs a "kind" for the units USD billion, EUR billion, CAD billion, CAD million, % year on year',
  ]);
  expect(faultsWith('mirror-trade', 'value', { kind: 'amount' })).toEqual([]);
});

test('only an amount adds up, and one unit has one kind', () => {
  expect(faultsWith('trade-by-partner', 'value_cad_millions', { kind: 'share' })).toEqual([
    'trade-by-partner: "value_cad_millions" adds up, so its kind must be "amount"',
  ]);
  expect(faultsWith('exchange-rates', 'units_per_usd', { kind: { 'per USD': 'rate' } })).toEqual([
    'exchange-rates: "units_per_usd" has one unit, so it has one kind',
  ]);
});
