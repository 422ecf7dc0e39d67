import { claimHref } from '@/components/links';
import words from '@/data/words/en.json';
import says from '@/data/words/revision.json';
import { withState } from '@/lib/address';
import type { Claim } from '@/lib/claim/claim';
import { RULE } from '@/lib/claim/verdict';
import { message } from '@/lib/message';
import type { Point } from '@/lib/revision/history';
import { dayOf } from '@/lib/revision/moved';

/** The first state, and each in which the verdict or its count is another than before. */
const turnsOf = (points: Point[]): Point[] =>
  points.filter((point, index) => {
    const before = points[index - 1]?.judged;
    const { verdict, held, count } = point.judged;
    return before?.verdict !== verdict || before.held !== held || before.count !== count;
  });

type Props = { claim: Claim; points: Point[] };

/** The verdicts of a claim over all recorded states, the latest first. */
export function VerdictHistory({ claim: { id }, points }: Props) {
  const turns = turnsOf(points).reverse();
  const earlier = points.findLast(({ rule }) => rule !== RULE);
  const path = claimHref(id);
  return (
    <section className="history">
      <h2 id="history">{says.history.title}</h2>
      <p className="lead">{message(says.history.lead, { states: points.length })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" aria-label={says.history.title} tabIndex={0}>
        <table aria-labelledby="history">
          <thead>
            <tr>
              {Object.values(says.history.columns).map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {turns.map((point) => (
              <tr key={point.revision}>
                <th scope="row">{dayOf(point)}</th>
                <td>{words.verdicts[point.judged.verdict]}</td>
                <td>
                  {message(says.history.held, {
                    held: point.judged.held,
                    count: point.judged.count,
                  })}
                </td>
                <td>
                  {point.isRecorded ? (
                    <a href={withState(path, point.revision)}>{point.revision}</a>
                  ) : (
                    says.history.unrecorded
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {earlier && <p className="note">{message(says.history.rule, { day: dayOf(earlier) })}</p>}
      <p className="downloads">
        <a href={`${path}/feed.xml`}>{says.history.feed}</a>
      </p>
      <link
        rel="alternate"
        type="application/atom+xml"
        title={says.history.feed}
        href={`${path}/feed.xml`}
      />
    </section>
  );
}
