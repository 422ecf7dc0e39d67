import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { extent, median, sum } from 'd3-array';
import Papa from 'papaparse';
import { DataFolder } from '@/lib/data-folder';
import { named } from '@/lib/import/named';
import { datapackage } from '@/lib/table/descriptor';
import { LARGE, type Shape, shapes, tableLines } from './bench-shapes';
import { inputs } from './inputs';
import { prepare } from './prepare';
import { Stage } from './stage';
import '../output.mjs';

/**
 * `npm run bench:import`: PapaParse alone over a file of two million figures, in pieces and row by row, and the same
 * file brought to a table, in each of the shapes of `bench-shapes.ts`: in a dry run, which matches each row and keeps
 * none that would be added, or merged, with all that an import writes before its commit. No claim names the tables
 * here: what one names is written in a dry run too. Each in a process of its own, for its memory, one after the other
 * in every round. `npm run bench:import -- release shuffled` measures those alone; `--rounds 3` says how often.
 */

const TABLE = 'tables/trade-by-partner.csv';

function* blocks(rows: Iterable<string>): Generator<string> {
  let block: string[] = [];
  for (const row of rows) {
    block.push(row);
    if (block.length < 5000) continue;
    yield block.join('');
    block = [];
  }
  yield block.join('');
}

async function makeData(root: string, table: number): Promise<void> {
  for (const name of ['tables', 'texts']) await mkdir(path.join(root, name), { recursive: true });
  const all = datapackage.parse(JSON.parse(await readFile('data/datapackage.json', 'utf8')));
  const kept = new Set(['trade-by-partner', 'sources', 'revisions', 'revision-changes']);
  const resources = all.resources.filter(({ name }) => kept.has(name));
  const write = (file: string, text: string) => writeFile(path.join(root, file), text);
  await write('datapackage.json', JSON.stringify({ ...all, resources }, null, 2));
  await write('topics.json', await readFile('data/topics.json', 'utf8'));
  await write('table-charts.json', '{}');
  const sources = await readFile('data/tables/sources.csv', 'utf8');
  await write('tables/sources.csv', `${sources}bench,Bench,Bench,bench.example,,no,\n`);
  for (const log of ['revisions.csv', 'revision-changes.csv'])
    await write(log, `${(await readFile(`data/${log}`, 'utf8')).split('\n', 1)[0]}\n`);
  await pipeline(blocks(tableLines(table)), createWriteStream(path.join(root, TABLE)));
}

type Measured = { seconds: number; rss: number; rows: number };

/** In pieces, as PapaParse is fastest, or row by row. */
async function papa(file: string, byRow: boolean): Promise<number> {
  let rows = 0;
  await new Promise<void>((complete, error) => {
    const chunk = ({ data }: Papa.ParseResult<string[]>) => {
      rows += data.length;
    };
    const step = () => {
      rows += 1;
    };
    Papa.parse<string[]>(createReadStream(file), {
      delimiter: ',',
      ...(byRow ? { step } : { chunk }),
      complete: () => complete(),
      error,
    });
  });
  return rows;
}

async function merge(root: string, file: string, shape: string, dry: boolean): Promise<number> {
  const stage = await Stage.open(root);
  const files = inputs(
    [file],
    () => {},
    () => {},
  );
  const { mapping } = shapes[shape] ?? {};
  const options = { table: 'trade-by-partner', mapping, named: named({}), whole: false, dry };
  const { reports } = await prepare(await DataFolder.open(root), stage, files, options);
  await stage.drop();
  const [report] = reports;
  return (report?.files[0]?.read ?? 0) + (mapping ? (report?.refused ?? 0) : 0);
}

async function measure(act: () => Promise<number>): Promise<void> {
  const start = performance.now();
  const rows = await act();
  const seconds = (performance.now() - start) / 1000;
  console.log(JSON.stringify({ seconds, rows, rss: process.resourceUsage().maxRSS / 1024 }));
}

function inProcess(...args: string[]): Measured {
  const node = [...process.execArgv, process.argv[1] ?? '', ...args];
  const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit'];
  return JSON.parse(execFileSync(process.execPath, node, { stdio }).toString());
}

/** Least, median and most. */
function spread(values: number[]): string {
  const [middle = 0, least = 0, most = 0] = [median(values), ...extent(values)];
  return `${middle.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
}

function tell(what: string, mb: number, measured: Measured[], base: Measured[][]): void {
  const seconds = measured.map((one) => one.seconds);
  const fastest = seconds.map((_, round) =>
    Math.min(...base.map((one) => one[round]?.seconds ?? Number.POSITIVE_INFINITY)),
  );
  const ratios = seconds.map((one, round) => (fastest[round] ?? Number.NaN) / one);
  const speed = (mb * seconds.length) / sum(seconds);
  const rss = Math.max(...measured.map((one) => one.rss));
  console.log(`${what}: ${measured[0]?.rows} rows, ${spread(seconds)} s, ${speed.toFixed(0)} MB/s`);
  console.log(`  at most ${rss.toFixed(0)} MB, ratio ${spread(ratios)}`);
}

/** One shape: its file, PapaParse's time over it, and ours. */
async function benchShape(root: string, name: string, rounds: number): Promise<void> {
  const { lines, runs } = shapes[name] as Shape;
  const file = path.join(root, 'release.csv');
  await pipeline(blocks(lines()), createWriteStream(file));
  const all = new Map([
    [`${name}: PapaParse alone, in pieces`, ['papa', file]],
    [`${name}: PapaParse alone, row by row`, ['papa-step', file]],
  ]);
  const base = [...all.keys()];
  for (const { name: run, rows, dry } of runs)
    all.set(run, [dry ? 'check' : 'merge', file, path.join(root, `${rows}`), name]);
  const measured = new Map([...all.keys()].map((run) => [run, [] as Measured[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const [run, args] of all) measured.get(run)?.push(inProcess(...args));
  const mb = (await stat(file)).size / 1e6;
  const alone = base.map((run) => measured.get(run) ?? []);
  for (const [run, times] of measured) tell(run, mb, times, alone);
}

async function bench(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { rounds: { type: 'string', default: '5' } },
    allowPositionals: true,
  });
  const names = positionals.length > 0 ? positionals : Object.keys(shapes);
  const unknown = names.find((name) => !Object.hasOwn(shapes, name));
  if (unknown !== undefined)
    throw new Error(`${unknown}: not one of ${Object.keys(shapes).join(', ')}`);
  const root = await mkdtemp(path.join(tmpdir(), 'claimline-bench-'));
  // What an import leaves behind of its refusals goes with the rest.
  process.env.TMPDIR = root;
  try {
    for (const rows of [LARGE, 1]) await makeData(path.join(root, `${rows}`), rows);
    for (const name of names) await benchShape(root, name, Number(values.rounds));
  } finally {
    await rm(root, { recursive: true });
  }
}

const [what, file = '', data = '', shape = ''] = process.argv.slice(2);
if (what === 'papa') measure(() => papa(file, false));
else if (what === 'papa-step') measure(() => papa(file, true));
else if (what === 'check') measure(() => merge(data, file, shape, true));
else if (what === 'merge') measure(() => merge(data, file, shape, false));
else bench(process.argv.slice(2));
