import { createHash } from 'node:crypto';

/** Each page's markup, by its address. */
export type Hashes = Record<string, string>;

/** As many changed pages as are tested in full at once: each takes some seconds. */
const MOST = 6;

/** A hash of the markup without the names of scripts and styles, which each build changes. */
export function markupHash(html: string): string {
  const markup = html
    .replace(/<script\b[^>]*>.*?<\/script>/gs, '')
    .replace(/<link\b[^>]*\/_next\/static\/[^>]*>/g, '')
    .replace(/\/_next\/static\/[^"'\s]+/g, '')
    .replace(/<!--.*?-->/gs, '');
  return createHash('sha256').update(markup).digest('hex').slice(0, 16);
}

/** Pages that differ from the last full pass, also those that it had not: `full` to test in full now, `left` the rest. */
export function changedPages(before: Hashes, now: Hashes): { full: string[]; left: string[] } {
  const differ = Object.keys(now).filter((address) => now[address] !== before[address]);
  return { full: differ.slice(0, MOST), left: differ.slice(MOST) };
}
