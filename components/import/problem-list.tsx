import words from '@/data/words/import.json';
import type { ImportProblem } from '@/lib/import/figure';
import { message } from '@/lib/message';
import type { FoundFile } from './reading';

/** Problems by row, each with a link to its row in the preview. */
export function ProblemList({ file, id }: { file: FoundFile; id: string }) {
  const { problems, summary } = file;
  const n = summary.refused + summary.flagged;
  if (n === 0) return <p className="note">{words.preview.none}</p>;
  return (
    <section className="problems" aria-labelledby={`${id}-problems`}>
      <h3 id={`${id}-problems`}>{message(words.preview.problems, { n })}</h3>
      {n > problems.length && (
        <p className="note">{message(words.preview.first, { shown: problems.length, n })}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <ul className="problem-list scroll" tabIndex={0} aria-labelledby={`${id}-problems`}>
        {problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems may read alike
          <li key={index}>
            <Problem problem={problem} id={id} />{' '}
            <span className="note">
              ({problem.refused ? words.preview.refused : words.preview.flagged})
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function problemText({ row, column, message: text }: ImportProblem): string {
  if (row === null) return message(words.preview.fileOnly, { message: text });
  if (column === null) return message(words.preview.rowOnly, { row, message: text });
  return message(words.preview.rowProblem, { row, column, message: text });
}

function Problem({ problem, id }: { problem: ImportProblem; id: string }) {
  const text = problemText(problem);
  return problem.row === null ? text : <a href={`#${id}-row-${problem.row}`}>{text}</a>;
}
