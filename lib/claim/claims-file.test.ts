import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { claimIn, folder, realCatalog } from '@/lib/data-fixture';
import { evaluate, fill } from './quantity';
import { textFile } from './text';

/** The claims as the text words them, and how many readings each has. */
const quotes: [id: string, quote: string, paragraph: number, readings: number][] = [
  ['call-date', "Canada's new Prime Minister Carney called China on June 6.", 1, 2],
  [
    'early-relations',
    'Canada is one of the first Western countries to establish diplomatic relations with the New China.',
    1,
    4,
  ],
  [
    'aluminium-tariff',
    'In early 2025, the United States suddenly increased taxes on Canadian aluminum products',
    2,
    4,
  ],
  ['second-partner', "China is Canada's second largest trading partner", 3, 4],
  [
    'paid-real-money',
    'Canadian farmers, the automotive industry and clean energy companies have paid real money for political confrontation',
    3,
    5,
  ],
  ['largest-canola-buyer', "China was once Canada's largest rapeseed buyer", 3, 4],
  [
    'share-stolen',
    'Canadian farmers watched as market share was stolen by Australia and Russia',
    3,
    5,
  ],
  ['fuel-ban-2035', 'Canada will completely ban the sale of fuel vehicles in 2035', 4, 3],
  [
    'cheapest-ev',
    'the cheapest model priced at 40,000 Canadian dollars (about 210,000 yuan)',
    4,
    3,
  ],
  ['chinese-ev-price', 'Chinese electric vehicles only cost 13,000 Canadian dollars', 4, 4],
  [
    'us-dependence',
    'Canada will find it difficult to completely get rid of the US influence in the short term',
    5,
    2,
  ],
  ['lose-china-market', 'Following the United States will not only lose the Chinese market', 7, 3],
];

for (const [id, quote, paragraph, readings] of quotes) {
  test(`the claim ${id} has its quote, a few words around it and ${readings} readings`, async () => {
    const claim = claimIn(await realCatalog(), id);
    expect(claim.quote).toBe(quote);
    expect(claim.paragraph).toBe(paragraph);
    expect(claim.readings).toHaveLength(readings);
    expect(claim.readings[0]?.name).toMatch(/^As worded/);
    expect(claim.prefix.trim()).not.toBe('');
    expect(claim.suffix.trim()).not.toBe('');
    expect(claim.prefix.length + claim.suffix.length).toBeLessThan(80);
  });
}

test('every claim has a topic that there is, and an id of its own', async () => {
  const { claims } = await realCatalog();
  const topics = new Set(claims.topics.map((topic) => topic.id));
  for (const claim of claims.claims) expect(topics, claim.id).toContain(claim.topic);
  expect(new Set(claims.claims.map((claim) => claim.id)).size).toBe(claims.claims.length);
  for (const { paragraph, text } of claims.claims)
    expect(paragraph ?? 0).toBeLessThanOrEqual(text.paragraphs ?? 0);
  for (const { unrated, paragraphs } of claims.texts)
    for (const { paragraph } of unrated)
      expect(paragraph ?? 0).toBeLessThanOrEqual(paragraphs ?? 0);
});

test('every threshold has a reason, and every question ends in a question mark', async () => {
  const { claims } = await realCatalog();
  for (const { id, readings } of claims.claims)
    for (const { question, tests } of readings) {
      expect(question, id).toMatch(/\?$/);
      for (const one of tests)
        if ('threshold' in one && one.threshold)
          expect(one.threshold.reason.length, `${id}: ${question}`).toBeGreaterThan(10);
    }
});

test('the figures that conflict do differ, and are all there', async () => {
  const { claims, tables } = await realCatalog();
  const conflicts = claims.claims.flatMap((claim) => claim.conflicts);
  expect(conflicts.length).toBeGreaterThan(5);
  for (const { about, sides } of conflicts) {
    const values = sides.map((side) => {
      const { value, unit } = evaluate(fill(side, {}), tables);
      expect(value, about).not.toBe(null);
      return `${value} ${unit}`;
    });
    expect(new Set(values).size, about).toBeGreaterThan(1);
  }
});

test('textFile refuses a key that it does not know, wherever it stands', async () => {
  const written = JSON.parse(
    await readFile(path.join(folder, 'texts/commentary-2025.json'), 'utf8'),
  );
  const messageOf = (value: unknown) => textFile.safeParse(value).error?.message ?? '';
  const [first, ...rest] = written.claims;
  expect(textFile.safeParse(written).success).toBe(true);
  expect(messageOf({ ...written, verdict: 'holds' })).toContain('verdict');
  expect(messageOf({ ...written, claims: [{ ...first, verdict: 'holds' }, ...rest] })).toContain(
    'verdict',
  );
  const [reading] = first.readings;
  const readings = [{ ...reading, tests: [{ ...reading.tests[0], result: 'holds' }] }];
  expect(messageOf({ ...written, claims: [{ ...first, readings }, ...rest] })).toContain('result');
});

test('the descriptor and the files in data/tables agree both ways', async () => {
  const { descriptor } = await realCatalog();
  const described = descriptor.resources.map((resource) => resource.path).sort();
  const found = readdirSync(path.join(folder, 'tables')).map((file) => `tables/${file}`);
  const logs = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  expect([...found, ...logs].sort()).toEqual(described);
});
