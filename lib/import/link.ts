import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { parseView, type View, viewHref } from '@/lib/view/view';

/** A reader's own figures in an address: after the `#`, which browsers send to no server. */

export type Carried = { name: string; csv: string; view: View };

/** Mail and chat programs cut longer addresses. Deflate unfolds at most 1032 times: this bounds that too. */
export const LONGEST = 8_000;

const MOST_NAME = 200;

const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
    sign.charCodeAt(0),
  );

/** The view is readable, as in every other address; only the figures are packed. */
export function carriedHash({ name, csv, view }: Carried): string {
  const packed = base64url(deflateSync(strToU8(csv), { level: 9 }));
  const query = new URLSearchParams(viewHref('', view).slice(1));
  query.set('name', name.slice(0, MOST_NAME));
  query.set('csv', packed);
  return `#${query}`;
}

/** Whether an address carries figures at all. */
export const carries = (hash: string): boolean => new URLSearchParams(hash.slice(1)).has('csv');

/** What an address carries. Throws where it is cut or was never one of ours. */
export function parseCarried(hash: string): Carried {
  if (hash.length > LONGEST) throw new Error(`longer than ${LONGEST} characters`);
  const { csv = '', name = '', ...view } = Object.fromEntries(new URLSearchParams(hash.slice(1)));
  const text = strFromU8(inflateSync(bytesOf(csv)));
  return { name: name.slice(0, MOST_NAME), csv: text, view: parseView(view).view };
}
