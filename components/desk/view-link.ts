const isPlain = (event: Event): boolean =>
  !(event instanceof MouseEvent) ||
  !(event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/** Words, the page of what they find and what has changed in the data are the server's to answer. */
const askedOf = (query: URLSearchParams): string =>
  ['q', 'page', 'v'].map((key) => query.get(key)).join(' ');

/** The address of a link that changes the view of `/chart`; none where it leads elsewhere, or is to open elsewhere. */
export function viewLink(event: Event): string | null {
  if (event.defaultPrevented || !(event.target instanceof Element) || !isPlain(event)) return null;
  const link = event.target.closest('a');
  if (link?.target !== '' || link.download !== '' || link.rel === 'bookmark') return null;
  const { origin, pathname, search, searchParams, hash } = new URL(link.href);
  const here = new URLSearchParams(location.search);
  const ours = origin === location.origin && pathname === '/chart' && hash === '';
  if (!ours || !searchParams.has('series') || link.closest('.share')) return null;
  return askedOf(searchParams) === askedOf(here) ? pathname + search : null;
}

/** The address that the form of the view would lead to; none of the search, whose answer is the server's. */
export function viewAsked(event: Event): string | null {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches('.view-form')) return null;
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  return `/chart?${new URLSearchParams(fields)}`;
}
