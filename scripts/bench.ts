import { setTimeout as delay } from 'node:timers/promises';
import { median } from 'd3-array';
import { BUDGETS } from '@/lib/quality/budgets';
import type { Figure, Load } from '@/lib/quality/record';
import { DEAR, eachOnce, PLAIN } from './bench-addresses';
import { loaded, type Plan } from './bench-load';
import { columns } from './page-weight';
import { type Production, withProduction } from './production';
import { writeRecord } from './record';

const SECONDS = 5;
const RATE = 40;
const RUSH = 10 * RATE;
const DEAR_RUNS = 5;
const LONG_MINUTES = 10;
const long = process.argv.includes('--long');

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
  many('rush', nextView, { rate: RUSH, connections: 100, seconds: 2 * SECONDS }),
];

function line({ name, address, rate, perSecond, p50, p95, p99, errors }: Load): string[] {
  const numbers = [rate ?? '', perSecond, p50, p95, p99, errors];
  return [`${name} ${address.slice(0, 48)}`, ...numbers.map(String)];
}

async function millisecondsOf(url: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(url);
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

/** Memory after the first minute against memory after ten, all the while under load. */
async function longRun({ origin, memory }: Production): Promise<Figure> {
  const used: number[] = [];
  for (let minute = 1; minute <= LONG_MINUTES; minute += 1) {
    await loaded(origin, many('steady', nextView, { rate: RATE, seconds: 55 }));
    await delay(1000);
    const now = await memory();
    used.push(now.used);
    const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
    console.log(`minute ${minute}: ${mb(now.used)} in use, ${mb(now.resident)} in all`);
  }
  // The server keeps answers up to a limit, which the first minutes reach.
  const half = LONG_MINUTES / 2;
  const value = (median(used.slice(half)) ?? 0) / (median(used.slice(half - 2, half)) ?? 1);
  return { measure: 'memory-long', value, held: true };
}

function loadFigures(loads: Load[]): Figure[] {
  const [steady, rush] = ['steady', 'rush'].map((name) => loads.find((one) => one.name === name));
  if (!steady || !rush) throw new Error('bench: no steady load or no rush was measured');
  return [
    { measure: 'views-p95', value: steady.p95, held: false },
    { measure: 'views-errors', value: steady.errors, held: true },
    { measure: 'rush-errors', value: rush.errors, held: true },
  ];
}

function violations(figures: Figure[]): string[] {
  return figures.flatMap(({ measure, value, held }) => {
    const { most } = BUDGETS[measure] as { most: number };
    return held && value > most ? [`${measure}: ${value}, limit ${most}`] : [];
  });
}

async function main(): Promise<void> {
  const { loads, figures } = await withProduction(async (server) => {
    const { origin } = server;
    // A server that has just started compiles its own code while it answers.
    await loaded(origin, many('views', nextView));
    const loads: Load[] = [];
    for (const plan of plans) loads.push(await loaded(origin, plan));
    const head = ['address', 'asked/s', 'answers/s', 'p50 ms', 'p95 ms', 'p99 ms', 'errors'];
    console.log(columns([head, ...loads.map(line)]));
    const figures = [
      await dearest(origin, 'dearest-page', '/chart'),
      await dearest(origin, 'dearest-picture', '/chart.png', '&density=2'),
      ...(long ? [await longRun(server)] : []),
    ];
    return { loads, figures: [...loadFigures(loads), ...figures] };
  });
  writeRecord('bench', { figures, loads });
  const broken = violations(figures);
  for (const line of broken) console.error(line);
  if (broken.length > 0) process.exitCode = 1;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
