import { open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

export type FetchOptions = {
  url: string;
  types: string[];
  /** In bytes. */
  largest: number;
  /** The answer before: the publisher may say that nothing is newer. */
  known?: Validators;
  /** How long the server may be silent. */
  timeoutMs?: number;
  /** How long to wait before each further try. */
  retriesMs?: number[];
  onRetry?: (reason: string, waitMs: number) => void;
};

export type Validators = { etag?: string; modified?: string };

export type Fetched = { bytes: number; validators: Validators };

/** What no further try would mend. */
class RefusedError extends Error {
  override name = 'RefusedError';
}

/** Fetches into a file, whole or not at all; `null` where the publisher has nothing newer. */
export async function fetchFile(file: string, options: FetchOptions): Promise<Fetched | null> {
  const { retriesMs = [1000, 4000, 16_000], onRetry } = options;
  for (const wait of [...retriesMs, null]) {
    try {
      return await tryFetch(file, options);
    } catch (error) {
      const reason = reasonOf(error as Error);
      if (error instanceof RefusedError || wait === null)
        throw new Error(`${options.url}: ${reason}`);
      onRetry?.(reason, wait);
      await delay(wait);
    }
  }
  return null;
}

/** fetch() says only "fetch failed": why stands in the cause. */
function reasonOf(error: Error): string {
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}

async function tryFetch(file: string, options: FetchOptions): Promise<Fetched | null> {
  const { url, known = {}, timeoutMs = 30_000 } = options;
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(timer);
    const late = new Error(`silent for ${timeoutMs / 1000} s`);
    timer = setTimeout(() => stop.abort(late), timeoutMs);
  };
  try {
    wait();
    const response = await fetch(url, { signal: stop.signal, headers: conditions(known) });
    if (response.status === 304) return null;
    check(response, options);
    return await save(file, response, options, wait);
  } catch (error) {
    const looped = /redirect/.test(reasonOf(error as Error));
    throw looped ? new RefusedError(reasonOf(error as Error)) : error;
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

const conditions = ({ etag, modified }: Validators): Record<string, string> => ({
  ...(etag && { 'If-None-Match': etag }),
  ...(modified && { 'If-Modified-Since': modified }),
});

function check(response: Response, { types, largest }: FetchOptions): void {
  const { status, headers } = response;
  const again = status >= 500 || status === 429 || status === 408;
  if (!response.ok)
    throw again ? new Error(`status ${status}`) : new RefusedError(`status ${status}`);
  const type = (headers.get('content-type') ?? 'none').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type)) throw new RefusedError(`served as ${type}, not ${types.join(' or ')}`);
  if (Number(headers.get('content-length') ?? 0) > largest)
    throw new RefusedError(tooLarge(largest));
}

const tooLarge = (largest: number): string => `larger than ${largest / 1e6} MB`;

async function save(
  file: string,
  { body, headers }: Response,
  { largest }: FetchOptions,
  onChunk: () => void,
): Promise<Fetched> {
  const handle = await open(file, 'w');
  let bytes = 0;
  try {
    for await (const chunk of body ?? []) {
      onChunk();
      bytes += chunk.length;
      if (bytes > largest) throw new RefusedError(tooLarge(largest));
      await handle.writeFile(chunk);
    }
  } finally {
    await handle.close();
  }
  const etag = headers.get('etag') ?? undefined;
  return { bytes, validators: { etag, modified: headers.get('last-modified') ?? undefined } };
}
