import { cp } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { folder } from '@/lib/data-fixture';
import { besides, ended, hashes, imported, start, textOf, withData } from './import-fixture';

test.describe.configure({ timeout: 120_000 });

const metals = 'tables/aluminium-exports.csv';
const may = '2026-05,Other countries,';

/** The real table with one row more, one revised and, where asked, one less. */
async function newRelease(gone = false): Promise<string> {
  const lines = (await textOf(folder, metals)).trim().split('\n');
  const release = lines
    .map((line) => line.replace('2000-01,Other countries,67.281', '2000-01,Other countries,68.5'))
    .filter((line) => !gone || !line.startsWith(may));
  return `${[...release, '2026-07,United States,901.5,trade-sc-12100182-sib-us'].join('\n')}\n`;
}

test('an import is reported, written with its log, and finds nothing to do a second time', async () => {
  await withData(async (data) => {
    const file = await besides(data, 'july.csv', await newRelease());
    const { code, out } = await imported(data, [file, '--yes']);
    expect(code).toBe(0);
    expect(out).toContain('no row of the table is missing');
    expect(out).toContain('2000-01~Other_countries, value_cad_millions: 67.281 → 68.5 (1.81%)');
    expect(await textOf(data, metals)).toBe(await newRelease());
    const [line = ''] = (await textOf(data, 'revisions.csv')).trim().split('\n').slice(-1);
    const [, created, revision] = line.split(',');
    expect(line).toMatch(/,1,1,0$/);
    expect(await textOf(data, 'revision-changes.csv')).toContain(
      `${revision},aluminium-exports,revised,2,,2000-01~Other_countries,value_cad_millions,67.281,68.5\n`,
    );
    expect(JSON.parse(await textOf(data, 'datapackage.json')).created).toBe(created);
    const checked = await ended(start(data, 'data', []));
    expect(checked.code).toBe(0);
    const before = await hashes(data);
    const again = await imported(data, [file, '--yes']);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('Nothing to write')]);
    expect(await hashes(data)).toEqual(before);
  });
});

test('rows gone or refused stop an import until they are named', async () => {
  await withData(async (data) => {
    const release = `${await newRelease(true)}2026-13,United States,1,trade-sc-12100182-sib-us\n`;
    const file = await besides(data, 'july.csv', release);
    const before = await hashes(data);
    const stopped = await imported(data, [file, '--yes']);
    expect(stopped.code).toBe(3);
    expect(stopped.out).toContain('covers 2 series, 2000-01 to 2026-07');
    expect(stopped.out).toContain('row 637, period: not a period: "2026-13"');
    expect(stopped.out).toContain("--gone '2026-05~Other_countries'");
    const half = await imported(data, [file, '--yes', '--gone', '2026-05~*']);
    expect(half.code).toBe(3);
    expect(await hashes(data)).toEqual(before);
    const named = ['--gone', '2026-05~Other_countries', '--refused', '637'];
    const { code, out } = await imported(data, [file, '--yes', ...named]);
    expect(code).toBe(0);
    expect(out).toMatch(/Claims that change:|No claim changes\./);
    expect(await textOf(data, metals)).toBe(await newRelease(true));
  });
});

test('a dry run, and one without a terminal and --yes, leave every file as it was', async () => {
  await withData(async (data) => {
    const before = await hashes(data);
    const release = await newRelease();
    const dry = await imported(data, ['-', '--dry-run', '--table', 'aluminium-exports'], release);
    expect([dry.code, dry.out]).toEqual([0, expect.stringContaining('nothing is written')]);
    const file = await besides(data, 'july.csv', release);
    const unasked = await imported(data, [file]);
    expect([unasked.code, unasked.errors]).toEqual([4, expect.stringContaining('--yes')]);
    expect(await hashes(data)).toEqual(before);
  });
});

test('claims whose readings change are told', async () => {
  await withData(async (data) => {
    const seed = '2024,calendar_year,total,seed,Canada,importer,all,6130000';
    const table = await textOf(data, 'tables/china-rapeseed-imports.csv');
    const changed = table.replace(seed, seed.replace('6130000', '5000000'));
    const file = await besides(data, 'seed.csv', changed);
    const { out } = await imported(data, [file, '--dry-run', '--table', 'china-rapeseed-imports']);
    expect(out).toContain('share-stolen: 1 of 3 → 3 of 3 readings hold; ');
  });
});

test('several tables in a ZIP are written together, and a state before is rebuilt to the byte', async () => {
  await withData(async (data) => {
    const before = await hashes(data);
    const rates = await textOf(data, 'tables/exchange-rates.csv');
    const zip = zipSync({
      'release/aluminium-exports.csv': strToU8(await newRelease(true)),
      'exchange-rates.csv': strToU8(rates.replace('CAD,1.2115', 'CAD,1.25')),
      'release/12100182_MetaData.csv': strToU8('Cube Title\n'),
    });
    const file = await besides(data, 'release.zip', zip);
    const { code, errors } = await imported(data, [file, '--yes', '--gone', '2026-05~*']);
    expect([code, errors]).toEqual([0, expect.stringContaining('12100182_MetaData.csv')]);
    const more = await besides(data, 'more.csv', await newRelease());
    expect((await imported(data, [more, '--yes'])).code).toBe(0);

    // The last state made by hand, the two tables of the first import, the table of the second.
    const [first, second] = (await textOf(data, 'revisions.csv')).trim().split('\n').slice(-4);
    const revision = second?.split(',')[2] ?? '';
    const since = await imported(data, ['--as-of', revision]);
    expect(since.out).toContain('aluminium-exports: 1 row added, 0 revised, 0 gone');
    const day = first?.split(',')[0] ?? '';
    const out = `${data}-as-of`;
    const rebuilt = await imported(data, ['--as-of', day, '--out', out]);
    expect(rebuilt.code).toBe(0);
    expect(await hashes(out)).toEqual(before);
  });
});

test('of two imports at once one waits, and both are written', async () => {
  await withData(async (data) => {
    const metal = await besides(data, 'july.csv', await newRelease());
    const rates = await textOf(data, 'tables/exchange-rates.csv');
    const rate = await besides(data, 'rates.csv', rates.replace('CAD,1.2115', 'CAD,1.25'));
    const runs = await Promise.all(
      [metal, rate].map((file) => imported(data, [file, '--yes', '--wait', '60'])),
    );
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    const log = (await textOf(data, 'revisions.csv')).trim().split('\n').slice(-2);
    const [first = [], second = []] = log.map((line) => line.split(','));
    expect(second[3]).toBe(first[2]);
    expect(await textOf(data, metals)).toBe(await newRelease());
    expect(await textOf(data, 'tables/exchange-rates.csv')).toContain('CAD,1.25,');
  });
});

test('an import killed at any moment leaves the data as before or as after', async () => {
  await withData(async (data) => {
    const before = await hashes(data);
    const file = await besides(data, 'july.csv', await newRelease());
    const begun = performance.now();
    expect((await imported(data, [file, '--dry-run'])).code).toBe(0);
    const whole = performance.now() - begun;
    const until = performance.now() + 20_000;
    const ends = { before: 0, after: 0 };
    // On a busy machine twenty seconds may be over sooner.
    while (performance.now() < until || ends.before + ends.after < 3) {
      const child = start(data, 'import', [file, '--yes']);
      const timer = setTimeout(() => child.kill('SIGKILL'), whole * (0.7 + Math.random() * 0.5));
      await ended(child);
      clearTimeout(timer);
      // The next import, whatever it is, ends what this one had begun.
      const next = await imported(data, [file, '--dry-run']);
      if (next.out.includes('Nothing to write')) {
        ends.after += 1;
        await expectWhole(data);
        await cp(folder, data, { recursive: true });
      } else ends.before += 1;
      expect(await hashes(data)).toEqual(before);
    }
    test.info().annotations.push({ type: 'killed', description: JSON.stringify(ends) });
  });
});

/** Table, log and descriptor are of one import. */
async function expectWhole(data: string): Promise<void> {
  const [line = ''] = (await textOf(data, 'revisions.csv')).trim().split('\n').slice(-1);
  const [, created, revision, , , , , , after] = line.split(',');
  const found = await hashes(data);
  expect(await textOf(data, metals)).toBe(await newRelease());
  expect(found[metals]).toBe(after);
  expect(JSON.parse(await textOf(data, 'datapackage.json')).created).toBe(created);
  const changes = (await textOf(data, 'revision-changes.csv')).split('\n');
  expect(changes.filter((one) => one.startsWith(`${revision},`))).toHaveLength(2);
  expect(Object.keys(found).filter((name) => name.startsWith('.import'))).toEqual([]);
}
