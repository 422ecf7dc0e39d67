import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { folder } from '@/lib/data-fixture';
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
    await cp(folder, data, { recursive: true });
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
  expect(out).toContain("'trade-by-partner'");
  expect(out).toContain('call-date: holds-only-as-worded, 1 of 2: In Beijing the call was');
});

test('readCatalog follows a figure in another folder', async () => {
  const seed = '6130000,,final,,canola-reuters-2025-01';
  const { code, out } = await checkWith([
    'tables/china-rapeseed-imports.csv',
    seed,
    seed.replace('6130000', '5000000'),
  ]);
  expect(code).toBe(0);
  expect(out).toContain('share-stolen: mostly-holds, 4 of 5: Canada supplied 78.2%');
});

test('readCatalog reports every broken table in one run, with row, column and value', async () => {
  const israel = '1992-01-24,Israel,ISR,no,embassy,,trade-mfa-list-mirror\n';
  const { code, out, problems } = await checkWith(
    [
      'tables/trade-by-partner.csv',
      'China,exports,customs,2543.4',
      'China,exports,customs,"2,543.4"',
    ],
    ['tables/leader-call.csv', 'place,note,source_id', 'place,source_id'],
    ['tables/diplomatic-relations.csv', israel, israel + israel],
    ['tables/mirror-trade.csv', 'USD billion,41.7,trade-reuters-260114', 'USD billion,41.7,nobody'],
    ['tables/zev-standard.csv', '2035,requirement', '2035-13,requirement'],
    ['tables/ev-cost-factors.csv', 'Sea freight', Buffer.from('Se\u00e9 freight', 'latin1')],
  );
  expect(code).toBe(1);
  expect(problems.sort()).toEqual([
    'diplomatic-relations.csv: row 23: same key as row 22: "1992-01-24~Israel~no~embassy"',
    'ev-cost-factors.csv: row 2: not UTF-8 text: "Se\ufffd freight, China to Europe, BYD Dolphin (1,658 kg at 0.8-3 USD per kg), 2023"',
    'leader-call.csv: row 1, note: missing column',
    'mirror-trade.csv: row 16, source_id: unknown source: "nobody"',
    'trade-by-partner.csv: row 5096, value_cad_millions: not a number: "2,543.4"',
    'zev-standard.csv: row 15, period: not a period: "2035-13"',
  ]);
  expect(out).toBe('');
});

test('readCatalog refuses a claim with a key that it does not know', async () => {
  const { code, problems } = await checkWith([
    'claims.json',
    '"id": "call-date",',
    '"id": "call-date", "verdict": "holds",',
  ]);
  expect(code).toBe(1);
  expect(problems).toEqual(['claims.json: claim "call-date": unknown key "verdict"']);
});

test('readCatalog refuses a file that is no JSON, naming it', async () => {
  const { code, problems } = await checkWith(['claims.json', '"claims": [', '"claims": [,']);
  expect(code).toBe(1);
  expect(problems.join('\n')).toMatch(/^claims\.json: .*JSON/s);
});

test('readCatalog refuses a descriptor that says what it may not', async () => {
  const { code, problems } = await checkWith(
    ['datapackage.json', '"role": "period"', '"role": "time"'],
    ['datapackage.json', '"encoding": "utf-8"', '"encoding": "latin-1"'],
  );
  expect(code).toBe(1);
  expect(problems).toHaveLength(2);
  const table = 'datapackage.json: table "canola-seed-exports-monthly"';
  expect(problems[0]).toBe(`${table}, encoding: expected "utf-8", found "latin-1"`);
  expect(problems[1]).toContain(
    `${table}, schema, column "period", role: expected one of "period"`,
  );
});

test('readCatalog refuses a descriptor whose columns are not those of the file', async () => {
  const { code, problems } = await checkWith([
    'datapackage.json',
    '"name": "thousand_tonnes"',
    '"name": "tonnes"',
  ]);
  expect(code).toBe(1);
  expect(problems).toEqual([
    'canola-seed-exports-monthly.csv: row 1, tonnes: missing column',
    'canola-seed-exports-monthly.csv: row 1: unknown column: "thousand_tonnes"',
  ]);
});

test('a reading that asks for a table that there is not names claim and reading', async () => {
  const { code, problems } = await checkWith([
    'claims.json',
    '"table": "leader-call"',
    '"table": "leaders-call"',
  ]);
  expect(code).toBe(1);
  expect(problems).toEqual([
    'claims.json: claim "call-date", reading 1, test 1, first.table: no table "leaders-call"; did you mean "leader-call"?',
  ]);
});

test('a table that is not on the disk ends the run, naming the file', async () => {
  const { code, problems } = await checkWith([
    'datapackage.json',
    'tables/leader-call.csv',
    'tables/leaders-call.csv',
  ]);
  expect(code).toBe(1);
  expect(problems.join('\n')).toMatch(/ENOENT.*leaders-call\.csv/);
});
