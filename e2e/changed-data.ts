import { readFile, writeFile } from 'node:fs/promises';
import { test as base } from '@playwright/test';
import { folder } from '@/lib/data-fixture';
import { imported, withData } from '../scripts/import/import-fixture';
import { type Site, startSite } from './site-process';

/** A server whose data have since had claims edited, and a figure revised by a fifth: tonnes of seed in 2024. */

const SEED = 'tables/china-rapeseed-imports.csv';
const REVISED = /^(2024,calendar_year,total,seed,Canada,importer,all,)(\d+)/m;

type Changed = {
  site: Site;
  /** The state of this site's data; that in which claims were edited by hand; that with the figure too. */
  asked: string;
  edited: string;
  now: string;
  /** The table before. */
  before: string;
  figures: [was: number, is: number];
};

/** A claim with other words, and one more. */
async function editClaims(data: string): Promise<void> {
  const file = `${data}/texts/commentary-2025.json`;
  const text = JSON.parse(await readFile(file, 'utf8'));
  const claim = text.claims.find(({ id }: { id: string }) => id === 'share-stolen');
  text.claims.push({ ...claim, id: 'added' });
  claim.restatement = 'Edited by hand.';
  await writeFile(file, JSON.stringify(text));
}

async function run(data: string, args: string[]): Promise<void> {
  const { code, errors } = await imported(data, args);
  if (code !== 0) throw new Error(errors);
}

async function withChangedData(use: (changed: Changed) => Promise<void>): Promise<void> {
  const before = await readFile(`${folder}/${SEED}`, 'utf8');
  const was = Number(REVISED.exec(before)?.[2]);
  const is = Math.round(0.8 * was);
  await withData(async (data) => {
    await run(data, ['--record', 'The data of this site']);
    await editClaims(data);
    const release = `${data}-seed.csv`;
    await writeFile(release, before.replace(REVISED, `$1${is}`));
    await run(data, [release, '--yes', '--table', 'china-rapeseed-imports']);
    const log = (await readFile(`${data}/revisions.csv`, 'utf8')).trim().split('\n');
    const [asked = '', edited = '', now = ''] = log.slice(-3).map((line) => line.split(',')[2]);
    const site = await startSite({ env: { CLAIMLINE_DATA: data } });
    const states = { asked, edited, now, before, figures: [was, is] as Changed['figures'] };
    await use({ site, ...states }).finally(() => site.end());
  }, folder);
}

/** One server for all tests of a worker. */
export const test = base.extend<object, { changed: Changed }>({
  changed: [
    async ({ playwright: _ }, use) => withChangedData(use),
    { scope: 'worker', timeout: 120_000 },
  ],
});
