import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { folder } from '@/lib/data-fixture';
import type { Quantity } from './claim';
import { claimOf, text } from './fixture';
import { stated } from './quantity-fixture';
import { withSkeleton } from './skeleton';
import { type Claims, claimsOf, relatedTo, type TextFile, textFile } from './text';
import { textSchemaJson } from './text-schema';

const { text: _, ...claim } = claimOf([
  { kind: 'compare', value: stated(6), relation: 'above', than: stated(5) },
]);
const chart = {
  ...{ id: 'one', layout: 'by-row', mark: 'bar', title: 'T', subtitle: 'S' },
  ...{ axis: { title: 'A' }, references: [], rows: [] },
};
const { id: __, ...facts } = text;

/** A text's file as it is written, with claims of these ids. */
const written = (ids: string[], more: object = {}) => ({
  ...facts,
  claims: ids.map((id) => ({ ...claim, id, charts: [chart], ...more })),
});
const parsed = (ids: string[], more: Partial<TextFile> = {}): TextFile => ({
  ...textFile.parse(written(ids)),
  ...more,
});

const topics = [{ id: 'trade', title: 'Trade' }];
const joined = (files: Record<string, TextFile>): Claims =>
  claimsOf(new Map(Object.entries(files)), topics);

const issuesOf = (value: unknown): string[] =>
  (textFile.safeParse(value).error?.issues ?? []).map(
    ({ path: place, message }) => `${place.join('.')}: ${message}`,
  );

test('claimsOf(files) has texts by their order, and every claim knows its own', () => {
  const { texts, claims } = joined({
    late: parsed(['c'], { order: 2 }),
    early: parsed(['a', 'b'], { order: 1 }),
  });
  expect(texts.map(({ id }) => id)).toEqual(['early', 'late']);
  expect(claims.map((one) => [one.id, one.text.id])).toEqual([
    ['a', 'early'],
    ['b', 'early'],
    ['c', 'late'],
  ]);
});

test('claimsOf(files) reports all that is wrong between files at once', () => {
  const files = {
    one: parsed(['a', 'b'], { order: 1, topics: ['weather'] }),
    two: parsed(['b'], { order: 1, related: [{ text: 'three', why: 'Same day' }] }),
  };
  expect(() => joined(files)).toThrow(
    [
      'texts/one.json: a: no topic "trade"',
      'texts/one.json: b: no topic "trade"',
      'texts/one.json: topics: no topic "weather" in topics.json',
      'texts/two.json: related: no other text "three"',
      'texts: two with the order 1',
      'texts/one.json, texts/two.json: a second claim "b"',
    ].join('\n'),
  );
});

test('relatedTo(texts, text) leads both ways, whichever text names the other', () => {
  const why = 'Both spoke on the same day.';
  const claims = joined({
    one: parsed(['a'], { order: 1, related: [{ text: 'two', why }] }),
    two: parsed(['b'], { order: 2 }),
    three: parsed(['c'], { order: 3 }),
  });
  const related = claims.texts.map((one) =>
    relatedTo(claims, one).map(({ text: other, why: said }) => [other.id, said]),
  );
  expect(related).toEqual([[['two', why]], [['one', why]], []]);
});

test('textFile wants a reading with a vote, of one of two roles', () => {
  const context = claim.readings.map((reading) => ({ ...reading, role: 'context' }));
  expect(issuesOf(written(['a'], { readings: context }))).toEqual([
    'claims.0.readings: no reading with the role "words"',
  ]);
  const other = claim.readings.map((reading) => ({ ...reading, role: 'vote' }));
  expect(issuesOf(written(['a'], { readings: other }))[0]).toMatch(
    /^claims\.0\.readings\.0\.role: /,
  );
});

test('textFile takes a text of which little is known, and a day or a month', () => {
  expect(issuesOf(written(['a']))).toEqual([]);
  const { sha256: ___, ...bare } = { ...written(['a']), sha256: undefined };
  expect(issuesOf({ ...bare, day: '2024-09-09' })).toEqual([]);
  expect(issuesOf({ ...bare, day: '9 September 2024' })).toHaveLength(1);
});

const named = (name: string, label?: string) => ({ kind: 'named', name, ...(label && { label }) });
const share = (part: object, whole: object) => ({ kind: 'share', label: 'Share', part, whole });

test('textFile puts a named quantity wherever its name stands, with a label of the place', () => {
  const file = textFile.parse(
    written(['a'], {
      quantities: {
        part: stated(1),
        whole: stated(4),
        share_now: share(named('part'), named('whole')),
      },
      readings: [
        {
          ...claim.readings[0],
          tests: [
            {
              kind: 'compare',
              value: named('share_now', 'Here'),
              relation: 'above',
              than: stated(5, '%'),
            },
          ],
        },
      ],
      conflicts: [{ about: 'A', sides: [named('part'), named('whole')] }],
    }),
  );
  const [one] = file.claims;
  const expected = { ...share(stated(1), stated(4)), label: 'Here' } as Quantity;
  expect(one?.readings[0]?.tests[0]).toMatchObject({ value: expected });
  expect(one?.conflicts[0]?.sides).toEqual([stated(1), stated(4)]);
  expect(one?.quantities.share_now).toEqual(share(stated(1), stated(4)));
});

test('textFile names a quantity that there is not, with its place', () => {
  const conflicts = [{ about: 'A', sides: [named('part'), stated(1)] }];
  expect(issuesOf(written(['a'], { conflicts }))).toEqual([
    'claims.0.conflicts.0.sides.0: no quantity "part"',
  ]);
});

test('textFile names the way of a quantity that is made from itself', () => {
  const quantities = {
    a: share(named('b'), stated(1)),
    b: share(stated(1), named('c')),
    c: share(named('a'), stated(2)),
    d: share(named('a'), stated(2)),
  };
  expect(issuesOf(written(['a'], { quantities }))).toEqual([
    'claims.0.quantities.a: made from itself: a → b → c → a',
    'claims.0.quantities.b: made from itself: b → c → a → b',
    'claims.0.quantities.c: made from itself: c → a → b → c',
  ]);
});

for (const name of ['r1', 'r1_value', 'held', 'count', 'share_n', 'share_abs', 'Share', 'us-share'])
  test(`textFile takes no quantity of the name "${name}", which a message could not tell apart`, () => {
    expect(issuesOf(written(['a'], { quantities: { [name]: stated(1) } }))).toHaveLength(1);
  });

test('withSkeleton(file, id) adds a claim whose every blank the schema names', async () => {
  const file = await readFile(path.join(folder, 'texts/commentary-2025.json'), 'utf8');
  const more = withSkeleton(file, 'new-one');
  const [before, after] = [JSON.parse(file), JSON.parse(more)];
  expect(after.claims.slice(0, -1)).toEqual(before.claims);
  expect(more.startsWith(file.slice(0, file.lastIndexOf('}\n  ]')))).toBe(true);
  const place = `claims.${before.claims.length}`;
  const blanks = ['quote', 'paragraph', 'topic', 'restatement', 'answer'];
  const inReading = ['name', 'question', 'tests'].map((key) => `readings.0.${key}`);
  expect(issuesOf(after)).toEqual(
    [...blanks, ...inReading, 'charts'].map((key) => `${place}.${key}: still to fill`),
  );
});

test('withSkeleton(file, id) begins a text without claims', () => {
  const file = JSON.stringify(written([]), null, 2);
  expect(JSON.parse(withSkeleton(file, 'first')).claims).toHaveLength(1);
});

test('data/text.schema.json is what the schema gives: npm run schema', async () => {
  expect(await readFile(path.join(folder, 'text.schema.json'), 'utf8')).toBe(textSchemaJson());
});
