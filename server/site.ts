import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { keptWithin } from '@/lib/kept';
import { type Answer, type Encoding, encoded, encodingFor, isKnown, plain } from './answer';
import { type Asked, askedBy, type Refusal } from './asked';
import { ourFault } from './fault';
import { withHeaders } from './headers';
import { LATE } from './line';
import type { Log } from './log';
import type { Make } from './made';
import { filePolicy } from './policy';

/** Every page and file of this site, and some two thousand views or a thousand pictures. */
const KEPT_BYTES = 64_000_000;

/**
 * Answers under way for each thread that makes them. A view takes some 20 ms of a core: whoever comes last waits little
 * more than a second, and a reader beyond is told at once to come again. `inLine` sees to the dear ones.
 */
export const MOST_UNDER_WAY = 64;
/** Files that pages need cost next to nothing, and a busy server is not an ill one: answered before all others. */
const ALWAYS = /^\/(_next\/static\/|health$)/;
/** Each takes as long as ten pages do: readers of those need not wait for them. */
const PICTURE = /\.png$|^\/pictures\//;

/** Whose turn is first. */
export const turnOf = ({ path }: Pick<Asked, 'path'>): 0 | 1 | 2 => {
  if (ALWAYS.test(path)) return 0;
  return PICTURE.test(path) ? 2 : 1;
};

/** Places for each thread, by turn: pictures leave half of them to pages. */
const PLACES = [Number.POSITIVE_INFINITY, MOST_UNDER_WAY, MOST_UNDER_WAY / 2] as const;

type Site = { make: Make; threads: number; log: Log };

function busy(): Answer {
  const answer = plain(503, 'Many are asking at once. Please try again in a few seconds.');
  answer.headers['retry-after'] = '3';
  return withHeaders(answer, filePolicy('text/plain'));
}

const isRefusal = (asked: Asked | Refusal): asked is Refusal => 'words' in asked;

function refused({ status, words }: Refusal): Answer {
  const answer = plain(status, words);
  if (status === 405) answer.headers.allow = 'GET, HEAD';
  return withHeaders(answer, filePolicy('text/plain'));
}

const mayKeep = ({ status, headers }: Answer): boolean =>
  status === 200 && headers['cache-control'] !== 'no-store';

const sizeOf = ({ headers, body }: Answer): number =>
  body.length + Object.entries(headers).flat().join('').length;

/** Answers to addresses, made once and kept while they are asked for. */
function answers({ make, threads }: Site) {
  const kept = keptWithin<Answer>(KEPT_BYTES, sizeOf);
  const underWay = new Map<string, Promise<Answer>>();

  /** Those who ask at once wait for one answer. */
  const once = (key: string, found: () => Promise<Answer>): Promise<Answer> => {
    const waiting = underWay.get(key);
    if (waiting) return waiting;
    const promise = found().finally(() => underWay.delete(key));
    underWay.set(key, promise);
    return promise;
  };

  /** Kept as it is sent: compressed it takes a tenth of the room, and few ask for another encoding. */
  const keptOr = (key: string, found: () => Promise<Answer>): Promise<Answer> => {
    const known = kept.get(key);
    if (known) return Promise.resolve(known);
    return once(key, async () => {
      const answer = await found();
      if (mayKeep(answer)) kept.set(key, answer);
      return answer;
    });
  };

  let making = 0;
  /** To pack a large file takes longer than to make it, so that both count. */
  const makeUnlessBusy = async (asked: Asked, encoding: Encoding): Promise<Answer> => {
    if (making >= PLACES[turnOf(asked)] * threads) return busy();
    making += 1;
    try {
      return await encoded(await once(asked.address, () => make(asked)), encoding);
    } catch (fault) {
      if (fault === LATE) return busy();
      throw fault;
    } finally {
      making -= 1;
    }
  };

  return (asked: Asked, encoding: Encoding): Promise<Answer> =>
    keptOr(`${encoding} ${asked.address}`, () => makeUnlessBusy(asked, encoding));
}

/** Of what a reader has already a 304 tells only what may have changed (RFC 9110, 15.4.5). */
const NOT_OF_304 = /^content-(?!security-policy)/;

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { status, headers, body } = answer;
  if (isKnown(request.headers['if-none-match'], answer)) {
    const kept = Object.entries(headers).filter(([name]) => !NOT_OF_304.test(name));
    response.writeHead(304, Object.fromEntries(kept)).end();
    return;
  }
  response.writeHead(status, { ...headers, 'content-length': String(body.length) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Answers requests: each at once from what is kept, or with what is made of its address. */
export function siteListener(site: Site): RequestListener {
  const answerTo = answers(site);
  const fault = withHeaders(ourFault(), filePolicy(''));

  const find = async (request: IncomingMessage): Promise<Answer> => {
    const asked = askedBy(request);
    if (isRefusal(asked)) return refused(asked);
    const encoding = encodingFor(request.headers['accept-encoding'] as string | undefined);
    return answerTo(asked, encoding);
  };

  return (request, response) => {
    const done = site.log.request(request, response);
    find(request)
      .catch((error: unknown) => {
        site.log.error(error);
        return fault;
      })
      .then((answer) => {
        send(request, response, answer);
        done();
      })
      .catch(site.log.error);
  };
}
