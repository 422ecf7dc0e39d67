import words from '@/data/words/en.json';
import type { Refusal } from '@/lib/comparable';
import { message } from '@/lib/message';

/** Why two series may not share an axis. */
export function refusalText({ reason, first, second }: Refusal): string {
  return message(words.refusals[reason], {
    first: first.label,
    second: second.label,
    firstUnit: first.unit,
    secondUnit: second.unit,
  });
}
