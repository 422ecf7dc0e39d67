/** Reads the HTML that the server sends, without a browser: React writes it regularly. */

const entities: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'" };

export const decoded = (text: string): string =>
  text.replace(/&(amp|quot|lt|gt|#x27);/g, (_, name: string) => entities[name] ?? '');

/** The page without its scripts, which hold the markup a second time. */
const markup = (html: string): string =>
  html.replace(/<script\b[\s\S]*?<\/script>/g, '').replaceAll('<!-- -->', '');

const attribute = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, text = '']) => decoded(text));

const links = (html: string): string[] => [...html.matchAll(/<a\s[^>]*>/g)].map(([tag]) => tag);

export type Sent = { ids: Set<string>; hrefs: string[]; html: string };

export function sent(html: string): Sent {
  const body = markup(html);
  return {
    ids: new Set(attribute(body, 'id')),
    hrefs: links(body).flatMap((tag) => attribute(tag, 'href')),
    html: body,
  };
}
