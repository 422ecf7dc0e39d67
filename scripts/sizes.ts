import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Figure } from '@/lib/quality/record';
import { npm, root } from './command.mjs';
import {
  columns,
  kB,
  measureOf,
  PARTS,
  type Part,
  type Sent,
  violations,
  type Weight,
  weigh,
} from './page-weight';
import { withProduction } from './production';
import { tell } from './record';

const DATA_BUDGET_SECONDS = 2;
const DATA_RUNS = 3;
/** What browsers on HTTPS say. */
const ACCEPTED = 'gzip, deflate, br, zstd';

type Route = { dataRoute: string | null };

/** Every page that the build made, without those that stand for a failure. */
function pages(): string[] {
  const file = join(root, '.next/prerender-manifest.json');
  const { routes } = JSON.parse(readFileSync(file, 'utf8')) as { routes: Record<string, Route> };
  return Object.keys(routes).filter((path) => routes[path]?.dataRoute && !path.startsWith('/_'));
}

const encodings = new Set<string>();

async function sent(url: string): Promise<Sent> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': ACCEPTED } }, resolve).on('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(`${url}: status ${response.statusCode}`);
  const body = Buffer.concat(await response.toArray());
  const encoding = response.headers['content-encoding'];
  if (encoding) encodings.add(encoding);
  return { text: decoded(body, encoding).toString(), bytes: body.length };
}

function decoded(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding === undefined) return body;
  if (encoding === 'br') return brotliDecompressSync(body);
  if (encoding === 'gzip') return gunzipSync(body);
  throw new Error(`unknown encoding "${encoding}"`);
}

async function weighAll(origin: string): Promise<Weight[]> {
  const kept = new Map<string, Promise<Sent>>();
  const ask = (path: string): Promise<Sent> => {
    const known = kept.get(path) ?? sent(`${origin}/_next/${path}`);
    kept.set(path, known);
    return known;
  };
  const weights: Weight[] = [];
  for (const page of pages()) weights.push(await weigh(page, await sent(origin + page), ask));
  return weights;
}

/** The heaviest page of each kind of weight; the dashboard has a budget of its own. */
function heaviest(weights: Weight[]): { part: Part; weight: Weight }[] {
  const largest = (part: Part, among: Weight[]) =>
    [...among].sort((a, b) => b[part] - a[part])[0] as Weight;
  const rest = weights.filter(({ page }) => page !== '/');
  const dashboard = weights.filter(({ page }) => page === '/');
  return [
    { part: 'html', weight: largest('html', dashboard) },
    { part: 'html', weight: largest('html', rest) },
    ...PARTS.slice(1).map((part) => ({ part, weight: largest(part, weights) })),
  ];
}

const figureOf = ({ part, weight }: { part: Part; weight: Weight }): Figure => ({
  measure: measureOf(weight.page, part),
  at: weight.page,
  value: weight[part],
  held: true,
});

function table(worst: { part: Part; weight: Weight }[]): string {
  const shown = [...new Set(worst.map(({ weight }) => weight))];
  const rows = shown.map((weight) => [weight.page, ...PARTS.map((part) => kB(weight[part]))]);
  return columns([['page', ...PARTS], ...rows]);
}

// A time is told and never held: a busy machine would fail it, a fast one pass anything.
function dataFigure(): Figure {
  const seconds = dataSeconds();
  console.log(`npm run data: ${seconds.toFixed(2)} s, budget ${DATA_BUDGET_SECONDS} s`);
  return { measure: 'data', value: seconds, held: false };
}

// The best of a few runs, as other programs on the machine only ever add time.
function dataSeconds(): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < DATA_RUNS && best > DATA_BUDGET_SECONDS; run += 1) {
    best = Math.min(best, timeOf(npm('run', '--silent', 'data')));
  }
  return best;
}

function timeOf([file, ...args]: [string, ...string[]]): number {
  const began = performance.now();
  execFileSync(file, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return (performance.now() - began) / 1000;
}

async function main(): Promise<void> {
  const weights = await withProduction(({ origin }) => weighAll(origin));
  const broken = violations(weights);
  const worst = weights.length > 0 ? heaviest(weights) : [];
  console.log(`${weights.length} pages, sent as ${[...encodings].join(', ')}; the heaviest:`);
  console.log(table(worst));
  const figures = [...worst.map(figureOf), ...(process.env.TEST_ALL ? [dataFigure()] : [])];
  tell('sizes', { encoding: [...encodings].join(', '), figures });
  for (const line of broken) console.error(line);
  if (broken.length > 0) process.exitCode = 1;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
