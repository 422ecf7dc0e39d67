import words from '@/data/words/en.json';
import type { Evidence } from '@/lib/claim/evidence';
import type { Result } from '@/lib/claim/verdict';

/** Within 12 by 12. */
export function DotShape({ result }: { result: Result }) {
  return (
    <>
      <circle cx="6" cy="6" r="4.75" />
      {result === 'unsettled' && <path d="M3.2 8.8 8.8 3.2M2 6.4 6.4 2M5.6 10 10 5.6" />}
    </>
  );
}

/** One dot a reading: filled where it holds, empty where it does not, hatched where it cannot be settled. */
export function ResultDot({ result }: { result: Result }) {
  return (
    <svg
      className={`dot dot-${result}`}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      aria-hidden="true"
    >
      <DotShape result={result} />
    </svg>
  );
}

export function ResultWord({ result }: { result: Result }) {
  return (
    <span className="result">
      <ResultDot result={result} /> {words.results[result]}
    </span>
  );
}

/** The verdict, and beside it how far the claim is true: a dot for each reading that counts, and a plain line. */
export function VerdictPlainly({ shown: { result, line } }: { shown: Evidence }) {
  return (
    <p className="verdict">
      <strong>{words.verdicts[result.verdict]}</strong>{' '}
      <span className="readings-sign">
        <span className="dots">
          {result.words.map(({ number, result: one }) => (
            <ResultDot key={number} result={one} />
          ))}
        </span>{' '}
        {line}
      </span>
    </p>
  );
}
