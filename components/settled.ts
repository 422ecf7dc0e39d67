import { redirect } from 'next/navigation';
import { type Chosen, chosenHref, parseChosen, unsettled } from '@/lib/view/chosen';
import type { Parameters } from '@/lib/view/view';

/**
 * What the address asks for. A plain form sends every field it has: such an address is answered with its short
 * form, which says only what the reader chose.
 */
export function settled(path: string, parameters: Parameters): Chosen {
  const chosen = parseChosen(parameters);
  if (unsettled(parameters)) redirect(chosenHref(path, chosen));
  return chosen;
}
