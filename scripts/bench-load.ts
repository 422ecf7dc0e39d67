import autocannon from 'autocannon';
import { quantileSorted } from 'd3-array';
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
    ...(rate !== undefined && { overallRate: rate }),
    headers: { 'accept-encoding': 'gzip, deflate, br' },
    requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }],
  };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    run.on('response', (_client, status, _bytes, ms) => {
      if (status === BUSY) refused += 1;
      else times.push(ms);
    });
  });
  times.sort((a, b) => a - b);
  const at = (part: number) => Math.round((quantileSorted(times, part) ?? 0) * 10) / 10;
  return {
    name,
    address: [...asked][0] ?? next(),
    addresses: addresses === 'one' ? 1 : asked.size,
    ...(rate !== undefined && { rate }),
    perSecond: Math.round(times.length / result.duration),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    refused,
    errors: result.errors + result.non2xx - refused,
  };
}
