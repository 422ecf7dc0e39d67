import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { dataRoot } from '@/lib/catalog';
import { checkFolder } from './folder';

test.describe.configure({ timeout: 60_000 });

/** The faults of a copy of the data in which the first `from` of each file is replaced. */
async function faultsWith(...changes: [file: string, from: string | RegExp, to: string][]) {
  const data = await mkdtemp(path.join(tmpdir(), 'claimline-check-'));
  try {
    await cp(dataRoot(), data, { recursive: true });
    for (const [file, from, to] of changes) {
      const text = await readFile(path.join(data, file), 'utf8');
      const changed = text.replace(from, () => to);
      if (changed === text) throw new Error(`${file} does not hold ${from}`);
      await writeFile(path.join(data, file), changed);
    }
    return (await checkFolder(data)).problems;
  } finally {
    await rm(data, { recursive: true });
  }
}

test('the data have no faults', async () => {
  expect(await faultsWith()).toEqual([]);
});

test('faults of all files are in one report', async () => {
  const faults = await faultsWith(
    ['datapackage.json', '"name": "revisions"', '"name": "revision-list"'],
    ['tables/leader-call.csv', 'place,note,source_id', 'place,source_id'],
    ['texts/commentary-2025.json', '"table": "trade-by-partner"', '"table": "trade-by-partners"'],
    ['table-charts.json', '"canola-prices":', '"canola-price":'],
    ['site.json', '"freq": "year"', '"freq": "years"'],
    ['words/live.json', /": "/, '": "{'],
    ['words/view-columns.json', '"role": "measure"', '"role": "measures"'],
    ['imports/ev-share.json', '"table": "ev-share"', '"table": "ev-shares"'],
    ['imports/canola-prices.json', '"as": "statcan"', '"as": "statcam"'],
  );
  const expected = [
    'datapackage.json: no table "revisions", which pages and files read',
    'leader-call.csv: row 1, note: missing column',
    /^texts\/commentary-2025\.json: claim "[\w-]+", .*: no table "trade-by-partners"; did you mean "trade-by-partner"\?$/,
    'table-charts.json: table "canola-price": no such table; did you mean "canola-prices"?',
    'site.json: view 1, view.freq: cannot be read: "years"',
    /^words\/live\.json: \w+.*: [A-Z_]+$/,
    /^words\/view-columns\.json: .*: expected one of .*found "measures"; did you mean "measure"\?$/,
    'imports/ev-share.json: table: no table "ev-shares"; did you mean "ev-share"?',
    /^imports\/canola-prices\.json: as: expected one of .*, found "statcam"; did you mean "statcan"\?$/,
  ];
  expect(faults).toHaveLength(expected.length);
  for (const line of expected)
    expect(faults).toContainEqual(typeof line === 'string' ? line : expect.stringMatching(line));
});
