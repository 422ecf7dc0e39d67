import { setTimeout as delay } from 'node:timers/promises';
import { median } from 'd3-array';
import type { Figure } from '@/lib/quality/record';
import { eachOnce } from './bench-addresses';
import { loaded } from './bench-load';
import { type Production, withProduction } from './production';
import { hold, writeRecord } from './record';

/** Whether a server that is asked for ever other views keeps ever more memory: ten minutes under load. */

const RATE = 40;
const MINUTES = 10;
/** Of each minute under load, the rest to take a breath before memory is looked at. */
const SECONDS = 55;

const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** Bytes in use after each minute. */
async function usedByMinute({ origin, memory }: Production): Promise<number[]> {
  const next = eachOnce();
  const used: number[] = [];
  for (let minute = 1; minute <= MINUTES; minute += 1) {
    const plan = { name: 'steady', next, addresses: 'many', seconds: SECONDS, rate: RATE } as const;
    const { perSecond, refused, errors } = await loaded(origin, plan);
    await delay(1000);
    const now = await memory();
    used.push(now.used);
    console.log(
      `minute ${minute}: ${mb(now.used)} in use, ${mb(now.resident)} in all; ${perSecond} answers/s, ${refused} refused, ${errors} errors`,
    );
  }
  return used;
}

async function main(): Promise<void> {
  // Memory that is looked at is that of the first thread: here it does all the work.
  const used = await withProduction(usedByMinute, undefined, { CLAIMLINE_THREADS: '1' });
  // The server keeps answers up to a limit, which the first minutes reach.
  const half = MINUTES / 2;
  const value = (median(used.slice(half)) ?? 0) / (median(used.slice(half - 2, half)) ?? 1);
  console.log(`the last ${half} minutes against the two before: ${value.toFixed(3)} times`);
  const figures: Figure[] = [{ measure: 'memory-long', value, held: true }];
  writeRecord('memory', { figures });
  hold(figures);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
