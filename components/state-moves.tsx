import says from '@/data/words/revision.json';
import type { Histories } from '@/lib/revision/history';
import { dayOf, movedIn } from '@/lib/revision/moved';
import type { Revision } from '@/lib/revision/revisions';

type Props = { revisions: Revision[]; histories: Histories };

/** The verdicts and results that each state moved, the latest first: worked out from the states, in no log. */
export function StateMoves({ revisions, histories }: Props) {
  const moved = revisions
    .map((revision) => ({ revision, lines: movedIn(histories, revision.id) }))
    .filter(({ lines }) => lines.length > 0)
    .reverse();
  return (
    <section aria-labelledby="moves">
      <h2 id="moves">{says.history.movesTitle}</h2>
      {moved.length === 0 && <p>{says.history.movesNone}</p>}
      {moved.map(({ revision, lines }) => (
        <div key={revision.id}>
          <h3>
            {dayOf(revision)}, {revision.id}
          </h3>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
