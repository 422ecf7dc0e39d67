import { expect, test } from '@playwright/test';
import { atom, type FeedClaim } from './feed';
import { hostile } from './work-fixture';

const claim: FeedClaim = {
  id: 'some-claim',
  quote: 'Sales fell.',
  topic: 'canola',
  verdict: 'mostly-holds',
  answer: 'They fell by half.',
  held: 2,
  readings: 3,
};

const feedOf = (...claims: FeedClaim[]) => atom({ day: '2026-11-23', revision: 'abc123', claims });

test('atom(feed) gives each claim an id of its own, verdict, answer, date and revision', () => {
  const xml = feedOf(claim, { ...claim, id: 'other-claim' });
  expect(xml).toContain('<id>tag:localhost,2026:claims/some-claim</id>');
  expect(xml).toContain('<id>tag:localhost,2026:claims/other-claim</id>');
  expect(xml).toContain('<title>“Sales fell.”: Mostly holds</title>');
  expect(xml).toContain('<updated>2026-11-23T00:00:00Z</updated>');
  expect(xml).toContain(
    '<summary>Mostly holds (2 of 3 readings hold). They fell by half. Data of 23 November 2026, revision abc123.</summary>',
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
