import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { frozen } from '@/lib/data-fixture';
import { run } from './command-fixture';

/** `npm run data`, on copies of the data with something wrong in them. */

async function check(
  data: string,
): Promise<{ code: number | null; out: string; problems: string[] }> {
  const { code, out, errors } = await run('data', data, []);
  return { code, out, problems: errors.trim().split('\n') };
}

type Change = [file: string, from: string, to: string | Buffer];

/** Checks a copy of the data in which each change has been made once. */
async function checkWith(...changes: Change[]) {
  const data = await mkdtemp(path.join(tmpdir(), 'claimline-data-'));
  try {
    await cp(frozen, data, { recursive: true });
    for (const [file, from, to] of changes) {
      const content = await readFile(path.join(data, file));
      const at = content.indexOf(from);
      if (at === -1) throw new Error(`${file} does not hold ${JSON.stringify(from)}`);
      const rest = content.subarray(at + Buffer.byteLength(from));
      await writeFile(
        path.join(data, file),
        Buffer.concat([content.subarray(0, at), Buffer.from(to), rest]),
      );
    }
    return await check(data);
  } finally {
    await rm(data, { recursive: true });
  }
}

test('readCatalog of the data as they are reads every table and judges every claim', async () => {
  const { code, out } = await checkWith();
  expect(code).toBe(0);
  expect(out).toContain("'fruit-trade'");
  expect(out).toContain('inspection-date: holds-in-part, 1 of 2: In Fort Duck the inspection was');
});

test('readCatalog follows a figure in another folder', async () => {
  const { code, out } = await checkWith(['tables/crate-prices.csv', ',54,FDM', ',27,FDM']);
  expect(code).toBe(0);
  // 27 ÷ 4 × 1.5
  expect(out).toContain(
    'crate-price: does-not-hold-as-worded, 1 of 4: In Freedonia a crate costs 10.1 RTC',
  );
});

test('readCatalog reports every broken table in one run, with row, column and value', async () => {
  const cockaigne = '1935-09-09,Cockaigne,no,embassy,,treaty-list\n';
  const { code, out, problems } = await checkWith(
    [
      'tables/fruit-trade.csv',
      'Freedonia,exports,customs,24.0',
      'Freedonia,exports,customs,"2,400"',
    ],
    ['tables/inspection.csv', 'place,note,source_id', 'place,source_id'],
    ['tables/orchard-treaty.csv', cockaigne, cockaigne + cockaigne],
    ['tables/crate-prices.csv', '21,USD,list,,press-herald', '21,USD,list,,nobody'],
    ['tables/replanting-plan.csv', '2028,target', '2028-13,target'],
    ['tables/organic-share.csv', 'Ruritania', Buffer.from('Rurit\u00e1nia', 'latin1')],
  );
  expect(code).toBe(1);
  expect(problems.sort()).toEqual([
    'crate-prices.csv: row 10, source_id: unknown source: "nobody"',
    'fruit-trade.csv: row 61, value_rtc_millions: not a number: "2,400"',
    'inspection.csv: row 1, note: missing column',
    'orchard-treaty.csv: row 8: same key as row 7: "1935-09-09~Cockaigne"',
    'organic-share.csv: row 2: not UTF-8 text: "Rurit\ufffdnia"',
    'replanting-plan.csv: row 7, period: not a period: "2028-13"',
  ]);
  expect(out).toBe('');
});

test('readCatalog refuses a claim with a key that it does not know', async () => {
  const { code, problems } = await checkWith([
    'texts/leaflet.json',
    '"id": "inspection-date",',
    '"id": "inspection-date", "verdict": "holds",',
  ]);
  expect(code).toBe(1);
  expect(problems).toEqual(['texts/leaflet.json: claim "inspection-date": unknown key "verdict"']);
});

test('readCatalog refuses a file that is no JSON, naming it', async () => {
  const { code, problems } = await checkWith(['texts/leaflet.json', '"claims": [', '"claims": [,']);
  expect(code).toBe(1);
  expect(problems.join('\n')).toMatch(/^texts\/leaflet\.json: .*JSON/s);
});

test('readCatalog refuses a descriptor that says what it may not', async () => {
  const { code, problems } = await checkWith(
    ['datapackage.json', '"role": "period"', '"role": "time"'],
    ['datapackage.json', '"encoding": "utf-8"', '"encoding": "latin-1"'],
  );
  expect(code).toBe(1);
  expect(problems).toHaveLength(2);
  const table = 'datapackage.json: table "fruit-trade"';
  expect(problems[0]).toBe(`${table}, encoding: expected "utf-8", found "latin-1"`);
  expect(problems[1]).toContain(
    `${table}, schema, column "period", role: expected one of "period"`,
  );
});

test('readCatalog refuses a descriptor whose columns are not those of the file', async () => {
  const { code, problems } = await checkWith([
    'datapackage.json',
    '"name": "thousand_litres"',
    '"name": "litres"',
  ]);
  expect(code).toBe(1);
  expect(problems).toEqual([
    'cider-shipments.csv: row 1, litres: missing column',
    'cider-shipments.csv: row 1: unknown column: "thousand_litres"',
  ]);
});

test('a reading that asks for a table that there is not names claim and reading', async () => {
  const { code, problems } = await checkWith([
    'texts/leaflet.json',
    '"table": "inspection"',
    '"table": "inspections"',
  ]);
  expect(code).toBe(1);
  expect(problems).toEqual([
    'texts/leaflet.json: claim "inspection-date", reading 1, test 1, first.table: no table "inspections"; did you mean "inspection"?',
  ]);
});

test('a table that is not on the disk ends the run, naming the file', async () => {
  const { code, problems } = await checkWith([
    'datapackage.json',
    'tables/inspection.csv',
    'tables/inspections.csv',
  ]);
  expect(code).toBe(1);
  expect(problems.join('\n')).toMatch(/ENOENT.*inspections\.csv/);
});
