import words from '@/data/words/fault.json';
import { type Answer, plain } from './answer';
import { isPage } from './headers';

/** What a reader gets where the site has failed: of Next's own words nothing. */

const FONTS = /<html[^>]* class="([^"]*)"/;
const STYLES = /<link rel="stylesheet"[^>]*>/g;

const listed = (href: string, text: string): string => `<li><a href="${href}">${text}</a></li>`;

/**
 * In the place of a page that could not be made: Next's needs script, and styles that our policy refuses. Names styles
 * and fonts as the given page of the build does. The empty address is the one that was asked for.
 */
export function faultPage(built: string): string {
  const fonts = FONTS.exec(built)?.[1] ?? '';
  return [
    `<!DOCTYPE html><html lang="en" class="${fonts}"><head><meta charset="utf-8"/>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    '<meta name="color-scheme" content="light dark"/>',
    `<title>${words.title} · Claimline</title>${(built.match(STYLES) ?? []).join('')}</head>`,
    `<body><main id="main" class="method"><h1>${words.title}</h1><p class="lead">${words.lead}</p>`,
    `<ul>${listed('', words.again)}${listed('/', words.claims)}${listed('/tables', words.tables)}</ul>`,
    '</main></body></html>',
  ].join('');
}

export const ourFault = (): Answer => plain(500, words.plain);

/** An answer, unless it failed. JSON is ours and tells in its own words what is wrong. */
export function unlessFailed(answer: Answer, page: string): Answer {
  if (answer.status < 500 || answer.headers['content-type'] === 'application/json') return answer;
  return isPage(answer) ? { ...answer, body: Buffer.from(page) } : ourFault();
}
