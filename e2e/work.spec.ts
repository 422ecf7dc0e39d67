import { expect, test } from '@playwright/test';
import { eachOnce } from '../scripts/bench-addresses';
import { samples } from './matrix';
import { asked, measured } from './measured';

/** What a view leaves in the server's memory. */

test.describe.configure({ timeout: 180_000 });

const ENDINGS = 3;
/** So many that every claim and table was drawn, and in each way: what they have in common with later views is kept. */
const FIRST = 40 * ENDINGS;
const NEXT = samples(16, 48) * ENDINGS;
/** An answer that is kept takes some 20 kB, all that a page is made from ten times that. */
const MOST_BYTES = 60_000;

test('of views each asked once nothing stays but the answers', async () => {
  const next = [eachOnce(), eachOnce('.svg'), eachOnce('.csv', 'csvType=filtered&')];
  const growth = await measured(async ({ origin, memory }) => {
    const ask = async (count: number) => {
      for (let index = 0; index < count; index += 1)
        await asked(origin + next[index % ENDINGS]?.());
      return (await memory()).used;
    };
    const first = await ask(FIRST);
    return ((await ask(NEXT)) - first) / NEXT;
  });
  expect(growth).toBeLessThan(MOST_BYTES);
});
