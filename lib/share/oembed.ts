import type { PictureInput } from '@/lib/picture/layout';
import { SOCIAL } from '@/lib/picture/social';
import type { Parameters } from '@/lib/view/view';
import { EMBED_WIDTH, embedHeight, frameHtml } from './embed';

/** oEmbed 1.0, type `rich`: https://oembed.com */

/** Which page is asked for, with its own query. */
export type Embedded = { page: 'claim' | 'table'; id: string } | { page: 'chart' };

export type Asked = {
  embedded: Embedded;
  query: URLSearchParams;
  width: number;
  maxHeight: number;
};

export type Refused = { status: 400 | 404 | 501; reason: string };

const refused = (status: Refused['status'], reason: string): Refused => ({ status, reason });

function embeddedIn(pathname: string): Embedded | null {
  if (pathname === '/chart') return { page: 'chart' };
  const [, folder, id] = /^\/(claims|tables)\/([a-z0-9-]+)$/.exec(pathname) ?? [];
  return id ? { page: folder === 'claims' ? 'claim' : 'table', id } : null;
}

const whole = (text: unknown): number | null =>
  typeof text === 'string' && /^\d{1,6}$/.test(text) ? Number(text) : null;

/** What a consumer asks for; 501 for a format that we do not speak, 404 for an address that is not ours. */
export function parseOembed(parameters: Parameters, origin: string): Asked | Refused {
  const { url, format = 'json', maxwidth, maxheight } = parameters;
  if (format !== 'json') return refused(501, 'Only json.');
  if (typeof url !== 'string' || url === '') return refused(400, 'url: the address of a page.');
  if (!URL.canParse(url)) return refused(404, 'No such page.');
  const { pathname, searchParams, origin: site } = new URL(url);
  const embedded = site === origin ? embeddedIn(pathname) : null;
  if (!embedded) return refused(404, 'No such page.');
  const wanted = whole(maxwidth) ?? EMBED_WIDTH.default;
  return {
    embedded,
    query: searchParams,
    width: Math.min(Math.max(wanted, 1), EMBED_WIDTH.most),
    maxHeight: whole(maxheight) ?? Number.POSITIVE_INFINITY,
  };
}

type Shown = { input: PictureInput; title: string; src: string; picture: string; origin: string };

export function oembedAnswer({ width, maxHeight }: Asked, shown: Shown) {
  const { input, title, src, picture, origin } = shown;
  // Narrower than this the frame scrolls, but no frame may be wider than its page asks for.
  const height = Math.min(embedHeight(input, Math.max(width, EMBED_WIDTH.least)), maxHeight);
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Claimline',
    provider_url: origin,
    cache_age: 3600,
    width,
    height,
    html: frameHtml({ src, title, height }),
    thumbnail_url: picture,
    thumbnail_width: SOCIAL.width,
    thumbnail_height: SOCIAL.height,
  };
}
