import { expect, test } from '@playwright/test';
import { frozenCatalog } from '@/lib/data-fixture';
import { claimsFile } from './claim';

test('claimsFile refuses a key that it does not know, wherever it stands', async () => {
  const { claims } = await frozenCatalog();
  const messageOf = (value: unknown) => claimsFile.safeParse(value).error?.message ?? '';
  const [first, ...rest] = claims.claims;
  expect(claimsFile.safeParse(claims).success).toBe(true);
  expect(messageOf({ ...claims, verdict: 'holds' })).toContain('verdict');
  expect(messageOf({ ...claims, claims: [{ ...first, verdict: 'holds' }, ...rest] })).toContain(
    'verdict',
  );
  const [reading] = first?.readings ?? [];
  const [one] = reading?.tests ?? [];
  const readings = [{ ...reading, tests: [{ ...one, result: 'holds' }] }];
  expect(messageOf({ ...claims, claims: [{ ...first, readings }, ...rest] })).toContain('result');
});

test('claimsFile refuses two claims of one name, and a topic that is not there', async () => {
  const { claims } = await frozenCatalog();
  const [first, ...rest] = claims.claims;
  const problems = (value: unknown) =>
    claimsFile.safeParse(value).error?.issues.map(({ message }) => message);
  expect(problems({ ...claims, claims: [first, ...claims.claims] })).toEqual([
    'a second claim "inspection-date"',
  ]);
  expect(problems({ ...claims, claims: [{ ...first, topic: 'hay' }, ...rest] })).toEqual([
    'no topic "hay"',
  ]);
});
