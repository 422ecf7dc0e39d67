import { readFile, writeFile } from 'node:fs/promises';
import { folder } from '@/lib/data-fixture';
import { imported, withData } from '../scripts/import/import-fixture';
import { type Site, startSite } from './site-process';

/** A server whose data had a figure revised since their first recorded state: 6,130,000 t of seed, now 5,000,000. */

const SEED = 'tables/china-rapeseed-imports.csv';

type Changed = { site: Site; asked: string; now: string; before: string };

export async function withChangedData(use: (changed: Changed) => Promise<void>): Promise<void> {
  const before = await readFile(`${folder}/${SEED}`, 'utf8');
  const after = before.replace(
    'seed,Canada,importer,all,6130000',
    'seed,Canada,importer,all,5000000',
  );
  const log = await readFile(`${folder}/revisions.csv`, 'utf8');
  const asked = log.trim().split('\n').at(-1)?.split(',')[2] ?? '';
  await withData(async (data) => {
    const release = `${data}-seed.csv`;
    await writeFile(release, after);
    const args = [release, '--yes', '--table', 'china-rapeseed-imports'];
    const { code, errors } = await imported(data, args);
    if (code !== 0) throw new Error(errors);
    const changed = await readFile(`${data}/revisions.csv`, 'utf8');
    const now = changed.trim().split('\n').at(-1)?.split(',')[2] ?? '';
    const site = await startSite({ env: { CLAIMLINE_DATA: data } });
    try {
      await use({ site, asked, now, before });
    } finally {
      await site.end();
    }
  }, folder);
}
