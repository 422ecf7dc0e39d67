import type { IncomingMessage } from 'node:http';

/** What a request asks for, once it is known to be one that can be answered. */
export type Asked = {
  address: string;
  /** As it reads, without `%`. */
  path: string;
};

export type Refusal = { status: 400 | 405 | 414; words: string };

/** Twelve series and all that a view can say of them are shorter than 2,000 characters. */
const LONGEST_ADDRESS = 8000;

/** Brackets, a first `_` and `.rsc` are in Next's own names for pages and their data: it fails there, or tells the nonce. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that no path of ours holds
const FOREIGN = /[\u0000-\u001f\u007f\\[\]]|(^|\/)\.\.?(\/|$)|^\/_(?!next\/)|\.rsc$/;

function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path);
    return path.startsWith('/') && !FOREIGN.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** To what is named by its content, and to health, a query says nothing: of a script each would be packed anew, for half a second. */
const WITHOUT_QUERY = /^\/(_next\/static\/[\w./-]*|health)$/;

/**
 * Next does not see a parameter without a value when it looks where to send an address: that no series is wanted is
 * then said by the sign that joins them.
 */
const NO_SERIES = /([?&]series=)(?=&|$)/;

/** Nothing of a request but these reaches the pages, and no header: an answer depends on its address alone. */
export function askedBy(request: IncomingMessage): Asked | Refusal {
  const { method, url = '', httpVersion, headersDistinct } = request;
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, words: 'Only GET and HEAD are answered.' };
  if (url.length > LONGEST_ADDRESS) return { status: 414, words: 'The address is too long.' };
  const path = url.split('?', 1)[0] ?? '';
  const plain = decoded(path);
  const named = httpVersion === '1.0' || headersDistinct.host?.length === 1;
  if (!plain || !named) return { status: 400, words: 'This is not an address.' };
  const address = WITHOUT_QUERY.test(plain) ? plain : url.replace(NO_SERIES, '$1~');
  return { address, path: plain };
}
