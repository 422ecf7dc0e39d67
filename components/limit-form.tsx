import words from '@/data/words/en.json';
import limitSays from '@/data/words/limits.json';
import { ownLimitWords } from '@/lib/claim/limit-words';
import type { Limits, ReadingResult } from '@/lib/claim/result';
import { message } from '@/lib/message';

/** The first test of a reading with a limit of our own choosing. */
function firstLimit({ reading }: ReadingResult) {
  for (const test of reading.tests)
    if ('threshold' in test && test.threshold)
      return { kind: test.kind, threshold: test.threshold, said: ownLimitWords(test) ?? '' };
  return null;
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
  const first = firstLimit(reading);
  if (!first || reading.adjustable === null) return null;
  const { kind, threshold, said } = first;
  const field = `r${reading.number}`;
  const others = Object.entries(limits).filter(([number]) => Number(number) !== reading.number);
  return (
    <form className="limit" action={action} method="get">
      <p>
        {message(limitSays.ours, { limit: said })} {threshold.reason}
      </p>
      {others.map(([number, value]) => (
        <input key={number} type="hidden" name={`r${number}`} value={value} />
      ))}
      {asOf && <input type="hidden" name="v" value={asOf} />}
      <label htmlFor={field}>{message(limitSays.yours, { kind })}</label>
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
