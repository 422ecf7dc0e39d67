/** An address with more in its query. */
export const withQuery = (href: string, query: string): string =>
  query === '' ? href : `${href}${href.includes('?') ? '&' : '?'}${query}`;

/** The address of a page or a file as it was at a revision; without one, as it is. */
export const withState = (href: string, revision: string | undefined): string =>
  revision === undefined ? href : withQuery(href, `v=${revision}`);
