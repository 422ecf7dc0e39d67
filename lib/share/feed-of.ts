import type { Catalog } from '@/lib/catalog';
import type { Claim } from '@/lib/claim/claim';
import { claimsInOrder, evidence } from '@/lib/claim/evidence';
import { type Histories, historiesOf, verdictMoves } from '@/lib/revision/history';
import { movedIn, moveSentence } from '@/lib/revision/moved';
import { lastTouching, revisionsOf } from '@/lib/revision/revisions';
import { type Feed, type FeedClaim, type FeedMove, feedRevisions } from './feed';

/** What the feeds tell: of all claims, and of one. */

function feedClaim(all: Catalog, claim: Claim): FeedClaim {
  const revisions = revisionsOf(all.tables);
  const { result, answer, rows } = evidence(all, claim);
  const { verdict, held, words } = result;
  const tables = new Set(rows.map(({ table }) => table.resource.name));
  const present = { id: all.revision, created: all.descriptor.created };
  const isRecorded = revisions.at(-1)?.id === all.revision;
  const state = (isRecorded && lastTouching(revisions, tables)) || present;
  const since = { revision: state.id, created: state.created };
  return { ...claim, ...since, verdict, held, readings: words.length, answer };
}

/** The verdicts of a claim that moved, the latest first. */
const feedMoves = ({ id, quote }: Claim, histories: Histories): FeedMove[] =>
  verdictMoves(histories.get(id) ?? [])
    .map((move) => {
      const { revision, created } = move.after;
      return { id, quote, revision, created, sentence: moveSentence(move) };
    })
    .reverse();

/** So many verdicts that moved are told: a feed tells what is new. */
const LATEST = 20;

export async function siteFeed(all: Catalog): Promise<Feed> {
  const histories = await historiesOf(all);
  const claims = claimsInOrder(all);
  const moves = claims
    .flatMap((claim) => feedMoves(claim, histories))
    .sort((a, b) => (a.created < b.created ? 1 : -1));
  const titleOf = (name: string) => all.tables.get(name)?.resource.title ?? name;
  return {
    created: all.descriptor.created,
    claims: claims.map((claim) => feedClaim(all, claim)),
    moves: moves.slice(0, LATEST),
    revisions: feedRevisions(revisionsOf(all.tables), titleOf, (id) => movedIn(histories, id)),
  };
}

export async function claimFeed(all: Catalog, claim: Claim): Promise<Feed> {
  return {
    claim: claim.id,
    created: all.descriptor.created,
    claims: [feedClaim(all, claim)],
    moves: feedMoves(claim, await historiesOf(all)),
    revisions: [],
  };
}
