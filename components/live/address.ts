import { chosenHref, parseChosen } from '@/lib/view/chosen';
import type { View } from '@/lib/view/view';

/** The reader's choices in the address, shared by all charts of a page: back and forward undo and redo them. */

const CHOSEN = 'claimline:chosen';

const chosenNow = () => parseChosen(Object.fromEntries(new URLSearchParams(location.search)));

export const viewNow = (): View => chosenNow().view;

/** The address with a choice beside the others. */
export function hrefWith(part: Partial<View>): string {
  const chosen = chosenNow();
  return chosenHref(location.pathname, { ...chosen, view: { ...chosen.view, ...part } });
}

/** Writes a choice and tells every chart. */
export function choose(part: Partial<View>): void {
  history.pushState(null, '', hrefWith(part));
  dispatchEvent(new Event(CHOSEN));
}

/** Calls whenever the address has another view than before. */
export function onChoice(then: () => void): () => void {
  for (const event of [CHOSEN, 'popstate']) addEventListener(event, then);
  return () => {
    for (const event of [CHOSEN, 'popstate']) removeEventListener(event, then);
  };
}
