import words from '@/data/words/en.json';
import says from '@/data/words/revision.json';
import { type Judged, movedReadings } from '@/lib/claim/judged';
import { formatDay, formatHeld } from '@/lib/format';
import { message } from '@/lib/message';
import { type Histories, type Move, movesOf, type Point } from './history';

/** What states moved, in words. */

export const dayOf = ({ created }: Pick<Point, 'created'>): string =>
  formatDay(Date.parse(created));

const sides = ({ before, after }: Pick<Move, 'before' | 'after'>) => ({
  day: dayOf(after),
  kind: after.kind,
  before: words.verdicts[before.judged.verdict],
  after: words.verdicts[after.judged.verdict],
});

/** Says when and how the verdict was another. */
export const moveSentence = (move: Move): string => message(says.history.moved, sides(move));

/** The same, where there is room for a few words. */
export const moveMark = (move: Move): string => message(says.history.mark, sides(move));

/** What one state changed in a claim: its verdict, and the results behind it. */
export function moveLine(id: string, { before, after }: Move): string {
  const heldOf = ({ held, count }: Judged) => formatHeld(held, count);
  const results = movedReadings(before.judged, after.judged).map(({ number, name, ...moved }) =>
    message(says.readingMoved, {
      ...{ number, name },
      before: words.results[moved.before],
      after: words.results[moved.after],
    }),
  );
  const held = { heldBefore: heldOf(before.judged), heldAfter: heldOf(after.judged) };
  const verdict = message(says.history.line, { id, ...sides({ before, after }), ...held });
  return [verdict, ...results].join('; ');
}

/** What one state moved, a line for each claim. */
export const movedIn = (histories: Histories, revision: string): string[] =>
  [...histories].flatMap(([id, points]) =>
    movesOf(points).flatMap((move) => (move.after.revision === revision ? moveLine(id, move) : [])),
  );
