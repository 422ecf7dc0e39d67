import { type Catalog, readState } from '@/lib/catalog';
import { hasMoved, type Judged, judged } from '@/lib/claim/judged';
import { settingOf } from '@/lib/claim/setting';
import { RULE } from '@/lib/claim/verdict';
import { type Revision, revisionsOf } from './revisions';

/** What the claims came to in each state of the data, all by the rule of today. */

/** A claim in one state. */
export type Point = {
  revision: string;
  created: string;
  kind: Revision['kind'];
  /** False for data edited by hand and not recorded: no link to them would last. */
  isRecorded: boolean;
  /** The rule of the verdicts that were published then. */
  rule: number;
  judged: Judged;
};

/** The points of each claim, earliest first. */
export type Histories = ReadonlyMap<string, Point[]>;

type Stated = Omit<Point, 'judged'> & { catalog: Catalog };

function presentOf(now: Catalog, revisions: Revision[]): Stated {
  const { revision, descriptor } = now;
  const state = revisions.find(({ id }) => id === revision);
  const { created, kind } = state ?? { created: descriptor.created, kind: 'by-hand' };
  const isRecorded = state !== undefined;
  return { ...{ revision, created, kind, isRecorded }, rule: RULE, catalog: now };
}

/** All states, latest first. Each shares with the one after it what both have, and is let go after use. */
async function* statesOf(now: Catalog): AsyncGenerator<Stated> {
  const revisions = revisionsOf(now.tables);
  yield presentOf(now, revisions);
  let near = now;
  for (const { id, created, kind } of revisions.toReversed()) {
    if (id === now.revision) continue;
    const { catalog, rule } = await readState(now, id, near);
    near = catalog;
    yield { ...{ revision: id, created, kind, rule, catalog }, isRecorded: true };
  }
}

async function workedOut(now: Catalog): Promise<Histories> {
  const histories = new Map<string, Point[]>();
  for await (const { catalog, ...state } of statesOf(now)) {
    const setting = settingOf(catalog);
    for (const claim of catalog.claims.claims) {
      const point = { ...state, judged: judged(claim, setting) };
      histories.set(claim.id, [point, ...(histories.get(claim.id) ?? [])]);
    }
  }
  return histories;
}

const known = new WeakMap<Catalog, Promise<Histories>>();

/** The histories of all claims, worked out once in a process: it reads every state. */
export function historiesOf(now: Catalog): Promise<Histories> {
  const histories = known.get(now) ?? workedOut(now);
  known.set(now, histories);
  return histories;
}

/** From one state to the next in which the verdict, or the result of a reading, is another. */
export type Move = { before: Point; after: Point };

export const movesOf = (points: Point[]): Move[] =>
  points.flatMap((after, index) => {
    const before = points[index - 1];
    return before && hasMoved(before.judged, after.judged) ? { before, after } : [];
  });

/** Those that changed the verdict itself. */
export const verdictMoves = (points: Point[]): Move[] =>
  movesOf(points).filter(({ before, after }) => before.judged.verdict !== after.judged.verdict);

/** The latest move of the verdict, for a year from its day, as the data tell the day. */
export function recentMove(points: Point[], dataDay: string): Move | null {
  const yearBefore = `${Number(dataDay.slice(0, 4)) - 1}${dataDay.slice(4)}`;
  const last = verdictMoves(points).at(-1);
  return last && last.after.created.slice(0, 10) > yearBefore ? last : null;
}

/** The latest move of each claim that was moved, by the claim's id. */
export type Moves = ReadonlyMap<string, Move>;

/** The verdicts that moved within a year of the day of the data. */
export async function recentMoves(now: Catalog): Promise<Moves> {
  const dataDay = now.descriptor.created.slice(0, 10);
  const moves = [...(await historiesOf(now))].flatMap(([id, points]) => {
    const move = recentMove(points, dataDay);
    return move ? [[id, move] as const] : [];
  });
  return new Map(moves);
}
