import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What goes to a reader: whole, so that it can be named by its content and given again. */
export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
};

export const plain = (status: number, words: string): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from(`${words}\n`),
});

const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

const TEXT =
  /^(text\/|image\/svg|application\/(json|javascript|atom|xml|manifest|ld|vnd\.citationstyles|x-bibtex)|[a-z]+\/[^;]*\+(json|xml))/;
/** Less than this would not fill another packet. */
const LEAST_BYTES = 1000;

const compressible = ({ headers, body }: Answer): boolean =>
  body.length >= LEAST_BYTES && TEXT.test(headers['content-type'] ?? '');

/** 5 is as small as gzip's best in a tenth of the time of 11, which is for what never changes and is packed once. */
function qualityFor({ headers }: Answer): number {
  return headers['cache-control']?.includes('immutable') ? 11 : 5;
}

const compressed = (answer: Answer, encoding: 'br' | 'gzip'): Promise<Buffer> =>
  encoding === 'br'
    ? brotli(answer.body, { params: { [constants.BROTLI_PARAM_QUALITY]: qualityFor(answer) } })
    : gzipped(answer.body);

/** A strong tag: same bytes, same tag, on whatever server. */
const tagOf = (body: Buffer): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 22);

/** The answer as it crosses the wire. Each encoding is another sequence of bytes, and has a tag of its own. */
export async function encoded(answer: Answer, encoding: Encoding): Promise<Answer> {
  const { status, headers, body } = answer;
  const tag = tagOf(body);
  const tagged = (name: string) => (status === 200 ? { ...headers, etag: `"${name}"` } : headers);
  if (!compressible(answer)) return { ...answer, headers: tagged(tag) };
  const vary = [headers.vary, 'accept-encoding'].filter(Boolean).join(', ');
  if (encoding === 'identity') return { ...answer, headers: { ...tagged(tag), vary } };
  return {
    status,
    headers: { ...tagged(`${tag}-${encoding}`), vary, 'content-encoding': encoding },
    body: await compressed(answer, encoding),
  };
}

/** The best encoding that an `Accept-Encoding` allows. */
export function encodingFor(accepted: string | undefined): Encoding {
  const refused = /;\s*q=0(\.0*)?\s*$/i;
  const named = (accepted ?? '').split(',').filter((part) => !refused.test(part));
  const names = named.map((part) => part.split(';')[0]?.trim().toLowerCase());
  return ENCODINGS.find((encoding) => names.includes(encoding)) ?? 'identity';
}

/** Whether a reader's `If-None-Match` has the answer already. A network on the way may have weakened the tag. */
export function isKnown(known: string | undefined, { headers }: Answer): boolean {
  if (!known || !headers.etag) return false;
  const tags = known.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(headers.etag) || tags.includes('*');
}
