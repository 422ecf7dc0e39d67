import { expect, test } from '@playwright/test';
import { atom, type FeedClaim, feedRevisions } from './feed';
import { hostile } from './work-fixture';

const created = '2026-11-23T09:30:00Z';

const claim: FeedClaim = {
  id: 'some-claim',
  quote: 'Sales fell.',
  topic: 'canola',
  text: { id: 'some-text', title: 'A statement' },
  verdict: 'mostly-holds',
  answer: 'They fell by half.',
  held: 2,
  readings: 3,
  revision: 'abc123',
  created: '2026-11-20T09:30:00Z',
};

const feedOf = (...claims: FeedClaim[]) => atom({ created, claims, moves: [], revisions: [] });

test('atom(feed) gives each claim an id of its own, verdict, answer, date and revision', () => {
  const xml = feedOf(claim, { ...claim, id: 'other-claim' });
  expect(xml).toContain('<id>tag:localhost,2026:claims/some-claim</id>');
  expect(xml).toContain('<id>tag:localhost,2026:claims/other-claim</id>');
  expect(xml).toContain('<title>“Sales fell.”: Mostly holds</title>');
  expect(xml.match(/<updated>[^<]+/g)).toEqual([
    '<updated>2026-11-23T09:30:00Z',
    '<updated>2026-11-20T09:30:00Z',
    '<updated>2026-11-20T09:30:00Z',
  ]);
  expect(xml).toContain(
    '<category scheme="http://localhost:3000/texts" term="some-text" label="A statement"/>',
  );
  expect(xml).toContain(
    '<summary>Mostly holds (2 of 3 ways to measure it). They fell by half. Data of 20 November 2026, revision abc123.</summary>',
  );
});

test('atom(feed) escapes what XML would read as its own', () => {
  const xml = feedOf({ ...claim, quote: hostile, answer: hostile });
  expect(xml).not.toContain('</script>');
  expect(xml).not.toContain('<b>');
  expect(xml).toContain(
    '&lt;/script&gt;&lt;!-- &lt;b&gt;&quot;both&apos; quotes&quot; {one {open}',
  );
  expect(xml.match(/&(?!(amp|lt|gt|quot|apos);)/g)).toBeNull();
});

test('atom(feed) leaves out what XML cannot hold', () => {
  const xml = feedOf({ ...claim, quote: 'a\u0007b\u0000c\uD800d' });
  expect(xml).toContain('“abc\uFFFDd”');
});

test('feedRevisions(revisions) tells the latest states first, each with what was done to its tables', () => {
  const state = (id: string) => ({
    ...{ id, previous: null, day: '2026-11-23', created, note: null, kind: 'import' as const },
    changes: [{ table: 'trade', added: 1600, revised: 1, gone: 0 }],
  });
  const byHand = { ...state('first'), kind: 'by-hand' as const, note: 'Made & kept', changes: [] };
  const moved = (id: string) => (id === 'second' ? ['some-claim: Holds → Does not hold'] : []);
  const found = feedRevisions([byHand, state('second')], (table) => `The ${table}`, moved);
  expect(found.map(({ id, sentences }) => [id, sentences])).toEqual([
    [
      'second',
      ['The trade: 1,600 rows added, 1 revised, 0 gone.', 'some-claim: Holds → Does not hold.'],
    ],
    ['first', ['Made & kept']],
  ]);
  const many = Array.from({ length: 30 }, (_, n) => state(`n${n}`));
  expect(feedRevisions(many, String).map(({ id }) => id)).toEqual(
    Array.from({ length: 20 }, (_, n) => `n${29 - n}`),
  );
  const xml = atom({ created, claims: [], moves: [], revisions: found });
  expect(xml).toContain('<id>tag:localhost,2026:revisions/second</id>');
  expect(xml).toContain('<title>Data revision second of 23 November 2026</title>');
  expect(xml).toContain('<summary>Made &amp; kept</summary>');
});

test('atom(feed) of one claim has an address of its own, and an entry for each verdict that moved', () => {
  const move = {
    ...{ id: 'some-claim', quote: claim.quote, revision: 'abc123', created: claim.created },
    sentence: 'It moved & moved.',
  };
  const xml = atom({
    ...{ claim: 'some-claim', created, claims: [claim], moves: [move], revisions: [] },
  });
  expect(xml).toContain('<id>tag:localhost,2026:claims/some-claim/feed</id>');
  expect(xml).toContain('href="http://localhost:3000/claims/some-claim/feed.xml"');
  expect(xml).toContain('<id>tag:localhost,2026:claims/some-claim/verdicts/abc123</id>');
  expect(xml).toContain('<summary>It moved &amp; moved.</summary>');
});
