import words from '@/data/words/en.json';
import type { ReadingResult } from '@/lib/claim/result';
import { heldOf, type Result } from '@/lib/claim/verdict';
import { formatHeld } from '@/lib/format';

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

/** The dots of all readings, as worded first, and how many hold. */
export function ReadingsSign({
  readings,
}: {
  readings: Pick<ReadingResult, 'result' | 'number'>[];
}) {
  const results = readings.map((reading) => reading.result);
  return (
    <span className="readings-sign">
      <span className="dots">
        {readings.map(({ number, result }) => (
          <ResultDot key={number} result={result} />
        ))}
      </span>{' '}
      {formatHeld(heldOf(results), results.length)}
    </span>
  );
}
