export type Result = 'holds' | 'fails' | 'unsettled';

/** Counts up when `verdictOf` changes: a recorded state names the rule by which its verdicts were published. */
export const RULE = 2;

export type Verdict =
  | 'holds'
  | 'mostly-holds'
  | 'holds-in-part'
  | 'does-not-hold-as-worded'
  | 'does-not-hold'
  | 'cannot-be-settled';

/** From the best for the claim to the worst, as a reader meets them. */
export const verdicts: readonly Verdict[] = [
  'holds',
  'mostly-holds',
  'holds-in-part',
  'does-not-hold-as-worded',
  'does-not-hold',
  'cannot-be-settled',
];

/** All of several results together: one failure fails, else one open question leaves it open. */
export function allOf(results: readonly Result[]): Result {
  if (results.includes('fails')) return 'fails';
  return results.includes('unsettled') ? 'unsettled' : 'holds';
}

export const heldOf = (results: readonly Result[]): number =>
  results.filter((result) => result === 'holds').length;

/**
 * What the readings of the words add up to; the first of them is the claim as worded. An unsettled one does not hold:
 * the words claim it all the same.
 */
export function verdictOf(results: readonly Result[]): Verdict {
  const [asWorded] = results;
  if (asWorded === undefined) throw new Error('a verdict needs at least one reading');
  const held = heldOf(results);
  if (asWorded === 'unsettled') return 'cannot-be-settled';
  if (asWorded === 'holds') {
    if (held === results.length) return 'holds';
    return held > results.length / 2 ? 'mostly-holds' : 'holds-in-part';
  }
  const allFail = results.every((result) => result === 'fails');
  return allFail ? 'does-not-hold' : 'does-not-hold-as-worded';
}
