import { type APIRequestContext, expect } from '@playwright/test';
import { type HTMLElement, parse } from 'node-html-parser';

/** Reads the HTML that the server sends, without a browser. */

/** The page at an address as a browser without script has it. */
export async function read(
  request: APIRequestContext,
  address: string,
  status = 200,
): Promise<HTMLElement> {
  const response = await request.get(address);
  expect(response.status(), address).toBe(status);
  return parse(await response.text(), { blockTextElements: { script: true, style: true } });
}

/** The words of an element, or of the only one that a selector finds in it. */
export function words(root: HTMLElement, selector?: string): string {
  const found = selector === undefined ? [root] : root.querySelectorAll(selector);
  if (found.length !== 1) throw new Error(`${found.length} elements are "${selector}"`);
  return (found[0]?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export const allWords = (root: HTMLElement, selector: string): string[] =>
  root.querySelectorAll(selector).map((one) => words(one));

export const hrefs = (root: HTMLElement, selector: string): string[] =>
  root.querySelectorAll(selector).map((one) => one.getAttribute('href') ?? '');

/** React writes it regularly: a walk over a thousand pages need not parse them. */

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
