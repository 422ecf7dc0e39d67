import { createHash } from 'node:crypto';

/** Content-Security-Policy, by what an answer is. */

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const SRC = /\ssrc=/;
const DATA_TYPE = /\stype="(?!module"|text\/javascript")/;

type Script = { attributes: string; code: string };

/** The scripts that stand in a page; blocks of data run nothing. */
export const inlineScripts = (html: string): Script[] =>
  [...html.matchAll(SCRIPT)]
    .map(([, attributes = '', code = '']) => ({ attributes, code }))
    .filter(({ attributes }) => !SRC.test(attributes) && !DATA_TYPE.test(attributes));

export const hashOf = (code: string): string =>
  `sha256-${createHash('sha256').update(code).digest('base64')}`;

const joined = (directives: string[]): string => directives.join('; ');

const NOTHING = ["default-src 'none'", "object-src 'none'", "base-uri 'none'"];
const UNFRAMED = "frame-ancestors 'none'";

const pagePolicy = (hashes: string[]): string =>
  joined([
    ...NOTHING,
    ["script-src 'self'", ...hashes.map((hash) => `'${hash}'`)].join(' '),
    ...['style', 'img', 'font', 'connect', 'worker', 'manifest', 'frame'].map(
      (kind) => `${kind}-src 'self'`,
    ),
    "form-action 'self'",
    UNFRAMED,
  ]);

/** A worker holds to the policy that its own script came with. */
const SCRIPT_POLICY = joined([...NOTHING, "script-src 'self'", "connect-src 'self'", UNFRAMED]);

const FILE_POLICY = joined([...NOTHING, UNFRAMED]);

export function filePolicy(type: string): string {
  return /javascript/.test(type) ? SCRIPT_POLICY : FILE_POLICY;
}

/**
 * A page as it leaves, with its policy. A script in it may run if it stood in the built pages (`known`), or if Next
 * gave it this server's nonce. The nonce itself stays here: the page is kept, so that a reader could learn it.
 */
export function withPolicy(
  page: string,
  nonce: string,
  known: ReadonlySet<string>,
): { html: string; policy: string } {
  const own = inlineScripts(page).flatMap(({ attributes, code }) => {
    const hash = hashOf(withoutNonce(code, nonce));
    return attributes.includes(` nonce="${nonce}"`) || known.has(hash) ? [hash] : [];
  });
  return { html: withoutNonce(page, nonce), policy: pagePolicy([...new Set(own)]) };
}

/** An attribute in markup; in React's data a property, which is left empty. */
const withoutNonce = (text: string, nonce: string): string =>
  text.replaceAll(` nonce="${nonce}"`, '').replaceAll(nonce, '');
