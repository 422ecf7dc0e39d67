import { setTimeout as delay } from 'node:timers/promises';
import autocannon from 'autocannon';
import { quantileSorted, sum } from 'd3-array';
import type { Load } from '@/lib/quality/record';

export type Plan = {
  name: string;
  /** Gives an address; whether always the same or each time another says what is measured. */
  next: () => string;
  addresses: 'one' | 'many';
  seconds: number;
  connections?: number;
  /** Requests per second; without it as many as are answered. */
  rate?: number;
};

/** Told at once to come again: neither an answer, nor lost. */
const BUSY = 503;

type Answer = (status: number, ms: number) => void;

const run = (options: autocannon.Options, onAnswer: Answer): Promise<autocannon.Result> =>
  new Promise((resolve, reject) => {
    const load = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    load.on('response', (_client, status, _bytes, ms) => onAnswer(status, ms));
  });

/**
 * One of the readers who ask once a second each, one after the other through it: a steady rate. A rate that is given to
 * autocannon itself is asked at the beginning of each second, all at once: then the queue that it made is measured.
 */
async function reader(
  wait: number,
  options: autocannon.Options,
  onAnswer: Answer,
): Promise<autocannon.Result> {
  await delay(wait);
  return run({ ...options, connections: 1, overallRate: 1 }, onAnswer);
}

/** Asks as planned. Times are taken here, as autocannon gives no 95th percentile. */
export async function loaded(origin: string, plan: Plan): Promise<Load> {
  const { name, next, addresses, seconds, connections = 10, rate } = plan;
  const times: number[] = [];
  let refused = 0;
  const asked = new Set<string>();
  const path = () => {
    const address = next();
    asked.add(address);
    return address;
  };
  const options: autocannon.Options = {
    url: origin,
    connections,
    duration: seconds,
    headers: { 'accept-encoding': 'gzip, deflate, br' },
    requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }],
  };
  const onAnswer = (status: number, ms: number) => {
    if (status === BUSY) refused += 1;
    else times.push(ms);
  };
  const results = await Promise.all(
    rate === undefined
      ? [run(options, onAnswer)]
      : Array.from({ length: rate }, (_, index) =>
          reader((1000 * index) / rate, options, onAnswer),
        ),
  );
  times.sort((a, b) => a - b);
  const at = (part: number) => Math.round((quantileSorted(times, part) ?? 0) * 10) / 10;
  return {
    name,
    address: [...asked][0] ?? next(),
    addresses: addresses === 'one' ? 1 : asked.size,
    ...(rate !== undefined && { rate }),
    perSecond: Math.round(times.length / seconds),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    refused,
    errors: sum(results, ({ errors, non2xx }) => errors + non2xx) - refused,
  };
}
