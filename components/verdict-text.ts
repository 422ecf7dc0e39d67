import words from '@/data/words/en.json';
import type { ClaimResult } from '@/lib/claim/result';
import { message } from '@/lib/message';

/** A verdict as it leaves its page: by a reader's own limit it is not ours. */
export function verdictText({ verdict, readings }: ClaimResult): string {
  const said = words.verdicts[verdict];
  const own = readings.some(({ adjusted }) => adjusted);
  return own ? message(words.picture.ownLimits, { verdict: said }) : said;
}
