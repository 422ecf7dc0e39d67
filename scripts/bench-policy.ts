import { join } from 'node:path';
import { median, sum } from 'd3-array';
import { BUDGETS } from '@/lib/quality/budgets';
import type { Figure } from '@/lib/quality/record';
import { loaded } from './bench-load';
import { root } from './command.mjs';
import { columns } from './page-weight';
import { OUR_SERVER, withProduction } from './production';
import { hold, writeRecord } from './record';

/** What the policy costs prerendered pages: requests/s with it and without it. */

const PAGES = ['/', '/claims/share-stolen', '/tables/ev-prices'];
const ROUNDS = 3;
const SECONDS = 2;

// Both go through it, so that what it costs itself is in neither's favour.
const OURS = [process.execPath, '--require', join(root, 'scripts/drop-header.cjs'), OUR_SERVER];
const SERVERS = {
  'with the policy': [...OURS, 'none'],
  'without it': [...OURS, 'content-security-policy'],
};
type Name = keyof typeof SERVERS;
const NAMES = Object.keys(SERVERS) as Name[];

async function isWithPolicy(origin: string): Promise<boolean> {
  const response = await fetch(origin);
  await response.arrayBuffer();
  return response.headers.has('content-security-policy');
}

async function perSecond(origin: string, address: string, seconds: number): Promise<number> {
  const plan = { name: 'page', next: () => address, addresses: 'one', seconds } as const;
  const load = await loaded(origin, plan);
  if (load.errors > 0) throw new Error(`${address}: ${load.errors} errors`);
  return load.perSecond;
}

/** Requests/s of each page, by a server that has warmed up. */
const round = (name: Name): Promise<number[]> =>
  withProduction(async ({ origin }) => {
    if ((await isWithPolicy(origin)) !== (name === 'with the policy'))
      throw new Error(`${name}: the policy is not as it should be`);
    await perSecond(origin, '/', 1);
    const measured: number[] = [];
    for (const page of PAGES) measured.push(await perSecond(origin, page, SECONDS));
    return measured;
  }, SERVERS[name]);

async function main(): Promise<void> {
  const rounds = new Map<Name, number[][]>(NAMES.map((name) => [name, []]));
  // In turn, so that whatever else the machine does meets all alike.
  for (let index = 0; index < ROUNDS; index += 1)
    for (const name of NAMES) rounds.get(name)?.push(await round(name));
  const typical = (name: Name) =>
    PAGES.map((_, page) => median(rounds.get(name) ?? [], (one) => one[page]) ?? 0);
  const lines = NAMES.map((name) => [
    name,
    ...typical(name).map((value) => String(Math.round(value))),
  ]);
  console.log(columns([['requests/s', ...PAGES], ...lines]));
  const ratio = sum(typical('with the policy')) / sum(typical('without it'));
  const { most } = BUDGETS['policy-cost'];
  // What is faster with the policy is noise.
  const value = Math.max(0, 1 - ratio);
  console.log(`with the policy against without it: ${ratio.toFixed(2)}, at least ${1 - most}`);
  const figures: Figure[] = [{ measure: 'policy-cost', value, held: true }];
  writeRecord('policy', { figures });
  hold(figures);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
