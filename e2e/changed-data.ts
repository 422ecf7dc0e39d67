import { readFile, writeFile } from 'node:fs/promises';
import { test as base } from '@playwright/test';
import { folder } from '@/lib/data-fixture';
import { imported, withData } from '../scripts/import/import-fixture';
import { type Site, startSite } from './site-process';

/** A server whose data had a figure revised by a fifth since their last recorded state: tonnes of seed in 2024. */

const SEED = 'tables/china-rapeseed-imports.csv';
const REVISED = /^(2024,calendar_year,total,seed,Canada,importer,all,)(\d+)/m;

type Changed = {
  site: Site;
  /** The states before and after. */
  asked: string;
  now: string;
  /** The table before. */
  before: string;
  figures: [was: number, is: number];
};

const lastState = async (data: string): Promise<string> => {
  const log = await readFile(`${data}/revisions.csv`, 'utf8');
  return log.trim().split('\n').at(-1)?.split(',')[2] ?? '';
};

async function withChangedData(use: (changed: Changed) => Promise<void>): Promise<void> {
  const before = await readFile(`${folder}/${SEED}`, 'utf8');
  const was = Number(REVISED.exec(before)?.[2]);
  const is = Math.round(0.8 * was);
  await withData(async (data) => {
    const release = `${data}-seed.csv`;
    await writeFile(release, before.replace(REVISED, `$1${is}`));
    const args = [release, '--yes', '--table', 'china-rapeseed-imports'];
    const { code, errors } = await imported(data, args);
    if (code !== 0) throw new Error(errors);
    const site = await startSite({ env: { CLAIMLINE_DATA: data } });
    const states = { asked: await lastState(folder), now: await lastState(data) };
    await use({ site, ...states, before, figures: [was, is] }).finally(() => site.end());
  }, folder);
}

/** One server for all tests of a worker. */
export const test = base.extend<object, { changed: Changed }>({
  changed: [
    async ({ playwright: _ }, use) => withChangedData(use),
    { scope: 'worker', timeout: 120_000 },
  ],
});
