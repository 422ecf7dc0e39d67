import { setTimeout as delay } from 'node:timers/promises';
import { median } from 'd3-array';
import type { Figure, Load } from '@/lib/quality/record';
import { DEAR, eachOnce, PLAIN, shared } from './bench-addresses';
import { loaded, type Plan } from './bench-load';
import { columns } from './page-weight';
import { withProduction } from './production';
import { hold, writeRecord } from './record';

const SECONDS = 5;
const RATE = 40;
const RUSH = 10 * RATE;
/** Views that many readers share at once. */
const SHARED = 300;
const DEAR_RUNS = 5;
/**
 * What was let in is drawn to its end, though nobody waits for it any more: no burden of what is measured next. As long
 * is a reader's pause, after which a server must not have to warm up again.
 */
const AFTER_MS = 10_000;

const same = (name: string, address: string): Plan => ({
  name,
  next: () => address,
  addresses: 'one',
  seconds: SECONDS,
});

const many = (name: string, next: () => string, own: Partial<Plan> = {}): Plan => ({
  name,
  next,
  addresses: 'many',
  seconds: SECONDS,
  ...own,
});

const nextView = eachOnce();
const sharedViews = shared(SHARED);
const rush = { rate: RUSH, connections: 100, seconds: 2 * SECONDS };

const plans: Plan[] = [
  same('page', '/'),
  same('page', '/claims/share-stolen'),
  same('page', '/tables/ev-prices'),
  same('view', '/claims/share-stolen?time=2015..2024'),
  many('views', nextView),
  same('csv', '/tables/trade-by-partner.csv'),
  many('csv-views', eachOnce('.csv', 'csvType=filtered&')),
  many('svg', eachOnce('.svg')),
  many('png', eachOnce('.png')),
  many('steady', nextView, { rate: RATE, seconds: 3 * SECONDS }),
  many('rush', sharedViews.next, rush),
  // More at once than a server lets in, so that some must be refused.
  many('flood', nextView, { ...rush, connections: 300 }),
];

function line({ name, address, rate, perSecond, p50, p95, p99, refused, errors }: Load): string[] {
  const numbers = [rate ?? '', perSecond, p50, p95, p99, refused, errors];
  return [`${name} ${address.slice(0, 48)}`, ...numbers.map(String)];
}

async function millisecondsOf(url: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(url, { headers: { 'accept-encoding': 'br' } });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url}: status ${response.status}`);
  return performance.now() - began;
}

/** The median of a few, each over another stretch of time, so that none is kept. */
async function timeOf(origin: string, path: string, query: string, run: number): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < DEAR_RUNS; index += 1)
    times.push(await millisecondsOf(`${origin}${path}?${query}&time=${1800 + run + index}..2025`));
  return median(times) ?? 0;
}

async function dearest(
  origin: string,
  measure: 'dearest-page' | 'dearest-picture',
  path: string,
  extra = '',
): Promise<Figure> {
  await timeOf(origin, path, PLAIN, 0);
  const plain = await timeOf(origin, path, PLAIN, 10);
  let value = 0;
  for (const [index, query] of DEAR.entries()) {
    const time = await timeOf(origin, path, query + extra, 20 + 10 * index);
    value = Math.max(value, time / plain);
  }
  console.log(
    `${measure}: ${value.toFixed(1)} times the plain one, which takes ${plain.toFixed(0)} ms`,
  );
  return { measure, at: path, value, held: true };
}

const MEANINGS = [
  `rush: ${SHARED} views, each answered once before and then asked for again and again, as shared links are;`,
  'flood: each view another, which two cores cannot draw at that rate. Nobody may be lost: who cannot be served is',
  'told so at once (503, Retry-After), and counts as refused.',
].join('\n');

function loadFigures(loads: Load[]): Figure[] {
  const named = (name: string): Load => {
    const load = loads.find((one) => one.name === name);
    if (!load) throw new Error(`bench: no ${name} was measured`);
    return load;
  };
  const [steady, rush, flood] = [named('steady'), named('rush'), named('flood')];
  return [
    { measure: 'views-p95', value: steady.p95, held: false },
    { measure: 'views-errors', value: steady.errors + steady.refused, held: true },
    { measure: 'rush-errors', value: rush.errors + rush.refused, held: true },
    { measure: 'flood-errors', value: flood.errors, held: true },
  ];
}

async function main(): Promise<void> {
  const { loads, figures } = await withProduction(async ({ origin }) => {
    // A server that has just started compiles its own code while it answers.
    await loaded(origin, many('views', nextView));
    const loads: Load[] = [];
    for (const address of sharedViews.addresses) await millisecondsOf(origin + address);
    for (const plan of plans) {
      loads.push(await loaded(origin, plan));
      await delay(AFTER_MS);
    }
    const head = [
      'address',
      'asked/s',
      'answers/s',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'refused',
      'errors',
    ];
    console.log(columns([head, ...loads.map(line)]));
    console.log(MEANINGS);
    const figures = [
      await dearest(origin, 'dearest-page', '/chart'),
      await dearest(origin, 'dearest-picture', '/chart.png', '&density=2'),
    ];
    return { loads, figures: [...loadFigures(loads), ...figures] };
  });
  writeRecord('bench', { figures, loads });
  hold(figures);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
