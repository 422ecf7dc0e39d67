import words from '@/data/words/en.json';
import { message } from '@/lib/message';
import type { Refusal } from './comparable';

/** Why two series may not share an axis. */
export function refusalText({ reason, first, second }: Refusal): string {
  return message(words.refusals[reason], {
    first: first.label,
    second: second.label,
    firstUnit: first.unit,
    secondUnit: second.unit,
  });
}
