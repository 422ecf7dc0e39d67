import { claimHref } from '@/components/links';
import words from '@/data/words/en.json';
import type { ClaimResult } from '@/lib/claim/result';
import { type Verdict, verdicts } from '@/lib/claim/verdict';
import { message } from '@/lib/message';

/** How full the mark is: all, more than half, half, a quarter, none; a cross-hatch where nothing settles it. */
function VerdictMark({ verdict }: { verdict: Verdict }) {
  const filled = {
    holds: 20,
    'mostly-holds': 15,
    'holds-in-part': 10,
    'does-not-hold-as-worded': 5,
  };
  const height = verdict in filled ? filled[verdict as keyof typeof filled] : 0;
  return (
    <svg
      className={`mark mark-${verdict}`}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
    >
      <rect className="mark-frame" x="0.75" y="0.75" width="18.5" height="18.5" />
      {height > 0 && (
        <rect
          className="mark-fill"
          x="0.75"
          y={19.25 - (height / 20) * 18.5}
          width="18.5"
          height={(height / 20) * 18.5}
        />
      )}
      {verdict === 'cannot-be-settled' && <path d="M1 10 10 1M1 19 19 1M10 19 19 10" />}
    </svg>
  );
}

/** One mark a claim, in the order of the texts, and the count of each verdict. */
export function VerdictStrip({ results }: { results: ClaimResult[] }) {
  return (
    <div className="strip">
      <ol className="strip-marks">
        {results.map(({ claim, verdict }) => (
          <li key={claim.id}>
            <a href={claimHref(claim.id)} title={`${claim.restatement} ${words.verdicts[verdict]}`}>
              <VerdictMark verdict={verdict} />
              <span className="visually-hidden">
                “{claim.quote}” {words.verdicts[verdict]}
              </span>
            </a>
          </li>
        ))}
      </ol>
      <ul className="strip-counts">
        {verdicts.map((verdict) => {
          const n = results.filter((result) => result.verdict === verdict).length;
          if (n === 0) return null;
          return (
            <li key={verdict}>
              <VerdictMark verdict={verdict} /> {message(words.verdictCounts[verdict], { n })}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
