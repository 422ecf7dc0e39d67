import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './command.mjs';
import { columns, kB, violations, type Weight, weigh } from './page-weight';

const BUILD = join(root, '.next');
const DATA_BUDGET_SECONDS = 2;
const DATA_RUNS = 3;

const weights = pages().map((page) => weigh(page, htmlOf(page), builtFile));
const seconds = dataSeconds();
console.log(table(weights));
console.log(`npm run data: ${seconds.toFixed(2)} s, budget ${DATA_BUDGET_SECONDS} s`);

// A time is told and never held: a busy machine would fail it, a fast one pass anything.
const broken = violations(weights);
for (const line of broken) console.error(line);
if (broken.length > 0) process.exitCode = 1;

function pages(): string[] {
  const single = ['/', '/tables', '/method'].filter((page) => existsSync(fileOf(page)));
  const [heaviestTable] = pagesUnder('/tables').sort((a, b) => rawSize(b) - rawSize(a));
  return [...single, ...(heaviestTable ? [heaviestTable] : []), ...pagesUnder('/claims')];
}

function pagesUnder(address: string): string[] {
  const folder = join(BUILD, 'server/app', address);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files
    .filter((file) => file.endsWith('.html'))
    .map((file) => `${address}/${file.slice(0, -'.html'.length)}`);
}

function fileOf(page: string): string {
  return join(BUILD, 'server/app', page === '/' ? 'index.html' : `${page}.html`);
}

function htmlOf(page: string): Buffer {
  return readFileSync(fileOf(page));
}

function rawSize(page: string): number {
  return htmlOf(page).length;
}

function builtFile(path: string): Buffer {
  return readFileSync(join(BUILD, path));
}

function table(weights: Weight[]): string {
  const head = ['page', 'html br', 'html gzip', 'scripts br', 'css br', 'fonts'];
  const rows = weights.map(({ page, html, scripts, styles, fonts }) => [
    page,
    ...[html.brotli, html.gzip, scripts, styles, fonts].map(kB),
  ]);
  return columns([head, ...rows]);
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
