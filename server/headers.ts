import type { Answer } from './answer';

/** Headers of every answer, whatever it is. */
const COMMON = {
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** What an answer may bring of its own; the rest is about a connection, for Next's own caches, or said anew here. */
const OWN =
  /^(content-(type|disposition|security-policy)|access-control-allow-origin|location|allow|retry-after|x-robots-tag)$/;

/**
 * A browser asks again after a minute, a network of caches after five and hands out the old one while it asks: what
 * is new is seen within minutes, and both learn by the tag that nothing is.
 */
const REVALIDATED = 'public, max-age=60, s-maxage=300, stale-while-revalidate=3600';
const BRIEF = 'public, max-age=60';

function cacheControl({ status, headers }: Answer): string {
  const said = headers['cache-control'] ?? '';
  const lasts = [200, 301, 307, 308, 404].includes(status);
  if (!lasts || said === 'no-store') return 'no-store';
  if (status !== 200) return BRIEF;
  return said.includes('immutable') ? said : REVALIDATED;
}

export const isPage = ({ headers }: Pick<Answer, 'headers'>): boolean =>
  /^text\/html/.test(headers['content-type'] ?? '');

const ownHeaders = ({ headers }: Answer): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => OWN.test(name)));

/** An answer with all that a reader's browser must know of it; `policy` gives way to one that the answer brings. */
export function withHeaders(answer: Answer, policy: string): Answer {
  const own = ownHeaders(answer);
  const headers: Record<string, string> = {
    ...own,
    ...COMMON,
    'content-security-policy': own['content-security-policy'] ?? policy,
    'cache-control': cacheControl(answer),
  };
  if (!headers['content-security-policy']?.includes('frame-ancestors *'))
    headers['x-frame-options'] = 'DENY';
  // Pages are for readers; what other sites may load is data.
  if (isPage(answer)) delete headers['access-control-allow-origin'];
  return { ...answer, headers };
}
