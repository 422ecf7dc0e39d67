import { expect, test } from '@playwright/test';
import { DEAR, PLAIN } from '../scripts/bench-addresses';
import { asked, measured } from './measured';

/** What a view costs the server in work; no clock is looked at. */

test.describe.configure({ timeout: 180_000 });

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
