import { expect, test } from '@playwright/test';
import { DEAR, eachOnce, PLAIN } from '../scripts/bench-addresses';
import { type Production, withProduction } from '../scripts/production';

/** What a view costs the server, in memory and in work; no clock is looked at. */

test.describe.configure({ timeout: 180_000 });

/** Memory and work are those of the one thread that makes the answers. */
const measured = <T>(work: (server: Production) => Promise<T>): Promise<T> =>
  withProduction(work, undefined, { CLAIMLINE_THREADS: '1' });

async function asked(url: string): Promise<void> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'br' } });
  await response.arrayBuffer();
  expect(response.status, url).toBe(200);
}

/** So many that every claim and table was drawn, and in each way: what they have in common with later views is kept. */
const FIRST = 160;
/** An answer that is kept takes some 20 kB, all that a page is made from ten times that. */
const MOST_BYTES = 60_000;

test('of views each asked once nothing stays but the answers', async () => {
  const page = eachOnce();
  const next = [page, page, page, eachOnce('.svg'), eachOnce('.csv', 'csvType=filtered&')];
  const growth = await measured(async ({ origin, memory }) => {
    const ask = async (count: number) => {
      for (let index = 0; index < count; index += 1)
        await asked(origin + next[index % next.length]?.());
      return (await memory()).used;
    };
    const first = await ask(FIRST);
    return ((await ask(FIRST)) - first) / FIRST;
  });
  expect(growth).toBeLessThan(MOST_BYTES);
});

const RUNS = 2;

test('no view costs more than fifty times the plain one', async () => {
  await measured(async ({ origin, cpuMilliseconds }) => {
    let year = 1700;
    const cost = async (path: string, query: string) => {
      const before = await cpuMilliseconds();
      for (let run = 0; run < RUNS; run += 1) {
        year += 1;
        await asked(`${origin}${path}?${query}&time=${year}..2025`);
      }
      return (await cpuMilliseconds()) - before;
    };
    for (const [path, more] of [
      ['/chart', ''],
      ['/chart.png', '&density=2'],
    ] as const) {
      // The first compile the server's own code.
      for (let time = 0; time < 3; time += 1) await cost(path, PLAIN);
      const plain = await cost(path, PLAIN);
      for (const query of DEAR)
        expect((await cost(path, query + more)) / plain, query).toBeLessThan(50);
    }
  });
});
