import words from '@/data/words/en.json';
import type { Threshold } from '@/lib/claim/claim';
import type { Limits, ReadingResult } from '@/lib/claim/result';
import { formatExact } from '@/lib/format';

/** The first limit of our own choosing among a reading's tests. */
function ownThreshold({ reading }: ReadingResult): Threshold | undefined {
  return reading.tests.flatMap((test) => ('threshold' in test && test.threshold) || [])[0];
}

/** States our limit and why, and lets a reader put another in its place: a plain form, the page computes. */
export function LimitForm({
  action,
  reading,
  limits,
  asOf,
}: {
  action: string;
  reading: ReadingResult;
  limits: Limits;
  /** The revision of the data that the reading is of, where an earlier one. */
  asOf: string | undefined;
}) {
  const threshold = ownThreshold(reading);
  if (!threshold || reading.adjustable === null) return null;
  const field = `r${reading.number}`;
  const others = Object.entries(limits).filter(([number]) => Number(number) !== reading.number);
  return (
    <form className="limit" action={action} method="get">
      <p>
        {words.ourLimit} {formatExact(threshold.value, threshold.unit)}. {threshold.reason}
      </p>
      {others.map(([number, value]) => (
        <input key={number} type="hidden" name={`r${number}`} value={value} />
      ))}
      {asOf && <input type="hidden" name="v" value={asOf} />}
      <label htmlFor={field}>{words.yourLimit}</label>
      <input
        id={field}
        name={field}
        type="number"
        step="any"
        required
        defaultValue={limits[reading.number] ?? threshold.value}
      />
      <button type="submit">{words.tryLimit}</button>
    </form>
  );
}
