import {
  unstable_createAdapterProvider as createAdapterProvider,
  renderQueryString,
  type unstable_UpdateUrlFunction as UpdateUrl,
} from 'nuqs/adapters/custom';
import { useMemo, useSyncExternalStore } from 'react';
import { MOVED } from './moved';

/**
 * The address as nuqs sees it, by the browser's own history. Next patches `history.pushState` to tell its router,
 * which takes `/chart` once fetched for the page of every query: the prototype's is not patched. Our entries carry a
 * state that is not Next's, so that from any other page it loads them anew.
 */
const STATE = { desk: true };

const updateUrl: UpdateUrl = (search, { history: how }) => {
  const { pushState, replaceState } = History.prototype;
  const write = how === 'push' ? pushState : replaceState;
  write.call(history, STATE, '', location.pathname + renderQueryString(search) + location.hash);
  window.dispatchEvent(new Event(MOVED));
};

/** Takes the entry that the page was loaded at from the router, and the links of the page around: they load pages. */
export function leaveRouter(): () => void {
  History.prototype.replaceState.call(history, STATE, '');
  const byBrowser = (event: Event) => {
    const around = event.target instanceof Element && event.target.closest('a:not(.series-desk a)');
    if (around) event.stopPropagation();
  };
  window.addEventListener('click', byBrowser, true);
  return () => window.removeEventListener('click', byBrowser, true);
}

function subscribe(listener: () => void) {
  window.addEventListener(MOVED, listener);
  return () => window.removeEventListener(MOVED, listener);
}

let last = '';

/** On the way to another page the address changes first: it says nothing of ours. */
const search = () => {
  if (location.pathname === '/chart') last = location.search;
  return last;
};

export const AddressProvider = createAdapterProvider(() => {
  const query = useSyncExternalStore(subscribe, search, () => '');
  return { searchParams: useMemo(() => new URLSearchParams(query), [query]), updateUrl };
});
