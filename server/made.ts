import { randomBytes } from 'node:crypto';
import type { Answer } from './answer';
import type { Asked } from './asked';
import { unlessFailed } from './fault';
import { isPage, withHeaders } from './headers';
import { filePolicy, withPolicy } from './policy';
import { type Handler, rendered } from './rendered';

/** Makes the answer to an address, fit to leave. */
export type Make = (asked: Asked) => Promise<Answer>;

export type Source = {
  handler: Handler;
  /** Hashes of the scripts that stand in the built pages. */
  scripts: ReadonlySet<string>;
  /** In the place of a page that Next could not make. */
  faultPage: string;
};

const REDIRECTS = [301, 302, 303, 307, 308];

/** From what Next answers. */
export function makerOf({ handler, scripts, faultPage }: Source): Make {
  const nonce = randomBytes(16).toString('hex');
  // Next puts the nonce that it finds here into what it renders.
  const headers = { 'content-security-policy': `script-src 'nonce-${nonce}'` };
  return async ({ address }) => {
    const answer = unlessFailed(await rendered(handler, address, headers), faultPage);
    if (REDIRECTS.includes(answer.status))
      return withHeaders({ ...answer, body: Buffer.alloc(0) }, filePolicy(''));
    if (!isPage(answer) || answer.headers['content-security-policy'])
      return withHeaders(answer, filePolicy(answer.headers['content-type'] ?? ''));
    const page = withPolicy(answer.body.toString(), nonce, scripts);
    return withHeaders({ ...answer, body: Buffer.from(page.html) }, page.policy);
  };
}
