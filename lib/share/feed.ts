import words from '@/data/words/en.json';
import share from '@/data/words/share.json';
import type { Verdict } from '@/lib/claim/verdict';
import { formatDay, formatHeld } from '@/lib/format';
import { message } from '@/lib/message';
import { claimUrl, origin, tableUrl } from '@/lib/origin';
import type { Revision } from '@/lib/revision/revisions';

export const FEED_TYPE = 'application/atom+xml; charset=utf-8';

export type FeedClaim = {
  id: string;
  quote: string;
  topic: string;
  text: { id: string; title: string };
  verdict: Verdict;
  answer: string;
  held: number;
  readings: number;
  /** The state of the data that last touched the claim, and when it was made. */
  revision: string;
  created: string;
};

/** A verdict that a state of the data moved, in a sentence. */
export type FeedMove = {
  id: string;
  quote: string;
  revision: string;
  created: string;
  sentence: string;
};

export type Feed = {
  /** Of one claim, or of all. */
  claim?: string;
  /** When the data were last changed. */
  created: string;
  claims: FeedClaim[];
  moves: FeedMove[];
  revisions: FeedRevision[];
};

/** A state of the data and what the import that made it did, a sentence for each table; a note where made by hand. */
export type FeedRevision = { id: string; created: string; sentences: string[] };

/** So many of the states, the latest first: a feed tells what is new. */
const LATEST = 20;

/** The states that the log has, as the feed tells them. */
export const feedRevisions = (
  revisions: Revision[],
  titleOf: (table: string) => string,
  movedIn: (revision: string) => string[] = () => [],
): FeedRevision[] =>
  revisions
    .slice(-LATEST)
    .reverse()
    .map(({ id, created, note, changes }) => {
      const tables = changes.map(({ table, added, revised, gone }) =>
        message(share.feedTable, { title: titleOf(table), added, revised, gone }),
      );
      const done = note === null ? tables : [note, ...tables];
      return { id, created, sentences: [...done, ...movedIn(id).map((line) => `${line}.`)] };
    });

/** The year is that of the first feed: an entry's id must never change (RFC 4151). */
const tagOf = (path: string): string => `tag:${new URL(origin).hostname},2026:${path}`;

const xmlEscapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

// Control characters are no part of XML 1.0, not even escaped; neither is half a surrogate pair.
const xml = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"']/g, (sign) => xmlEscapes[sign] ?? sign);

const dayOf = (created: string): string => formatDay(Date.parse(created));

const link = (rel: string, href: string, type: string): string =>
  `<link rel="${rel}" type="${type}" href="${xml(href)}"/>`;

function claimEntry(claim: FeedClaim): string {
  const verdict = words.verdicts[claim.verdict];
  const summary = message(share.feedEntry, {
    verdict,
    held: formatHeld(claim.held, claim.readings),
    answer: claim.answer,
    day: dayOf(claim.created),
    revision: claim.revision,
  });
  const title = message(share.claimTitle, { quote: claim.quote, verdict });
  return [
    '  <entry>',
    `    <id>${xml(tagOf(`claims/${claim.id}`))}</id>`,
    `    <title>${xml(title)}</title>`,
    `    <updated>${xml(claim.created)}</updated>`,
    `    ${link('alternate', claimUrl(claim.id), 'text/html')}`,
    `    ${link('alternate', `${claimUrl(claim.id)}.json`, 'application/json')}`,
    `    <category term="${xml(claim.topic)}"/>`,
    `    <category scheme="${xml(`${origin}/texts`)}" term="${xml(claim.text.id)}" label="${xml(claim.text.title)}"/>`,
    `    <category scheme="${xml(`${origin}/method`)}" term="${claim.verdict}" label="${xml(verdict)}"/>`,
    `    <summary>${xml(summary)}</summary>`,
    '  </entry>',
  ].join('\n');
}

function revisionEntry({ id, created, sentences }: FeedRevision): string {
  const title = message(share.feedRevision, { revision: id, day: dayOf(created) });
  return [
    '  <entry>',
    `    <id>${xml(tagOf(`revisions/${id}`))}</id>`,
    `    <title>${xml(title)}</title>`,
    `    <updated>${xml(created)}</updated>`,
    `    ${link('alternate', tableUrl('revisions'), 'text/html')}`,
    '    <category term="revision"/>',
    `    <summary>${xml(sentences.join(' '))}</summary>`,
    '  </entry>',
  ].join('\n');
}

function moveEntry({ id, quote, revision, created, sentence }: FeedMove): string {
  const title = message(share.feedMove, { quote });
  return [
    '  <entry>',
    `    <id>${xml(tagOf(`claims/${id}/verdicts/${revision}`))}</id>`,
    `    <title>${xml(title)}</title>`,
    `    <updated>${xml(created)}</updated>`,
    `    ${link('alternate', claimUrl(id), 'text/html')}`,
    '    <category term="verdict-moved"/>',
    `    <summary>${xml(sentence)}</summary>`,
    '  </entry>',
  ].join('\n');
}

/** The latest states of the data, the verdicts that moved, and the claims with their verdicts, as an Atom feed (RFC 4287). */
export function atom(feed: Feed): string {
  const { claim } = feed;
  const page = claim === undefined ? `${origin}/` : claimUrl(claim);
  const self = claim === undefined ? `${origin}/feed.xml` : `${claimUrl(claim)}/feed.xml`;
  const title = claim === undefined ? share.feedTitle : share.claimFeedTitle;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>${xml(tagOf(claim === undefined ? 'claims' : `claims/${claim}/feed`))}</id>`,
    `  <title>${xml(message(title, { quote: feed.claims[0]?.quote ?? '' }))}</title>`,
    `  <updated>${feed.created}</updated>`,
    `  <author><name>${xml(share.site)}</name></author>`,
    `  ${link('self', self, 'application/atom+xml')}`,
    `  ${link('alternate', page, 'text/html')}`,
    ...feed.moves.map(moveEntry),
    ...feed.revisions.map(revisionEntry),
    ...feed.claims.map(claimEntry),
    '</feed>\n',
  ].join('\n');
}
