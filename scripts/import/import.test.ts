import { cp, rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { frozen } from '@/lib/data-fixture';
import { ended, run, start } from '../command-fixture';
import { besides, hashes, imported, textOf, withData } from './import-fixture';

test.describe.configure({ timeout: 120_000 });

const metals = 'tables/apple-exports.csv';
const may = '2024-05,Other countries,';

/** The made-up table with one row more, one revised and, where asked, one less. */
async function newRelease(gone = false): Promise<string> {
  const lines = (await textOf(frozen, metals)).trim().split('\n');
  const release = lines
    .map((line) => line.replace('2024-01,Other countries,20.000', '2024-01,Other countries,21.5'))
    .filter((line) => !gone || !line.startsWith(may));
  return `${[...release, '2024-07,Freedonia,901.5,orchard-stats'].join('\n')}\n`;
}

test('an import is reported, written with its log, and finds nothing to do a second time', async () => {
  await withData(async (data) => {
    const file = await besides(data, 'july.csv', await newRelease());
    const { code, out } = await imported(data, [file, '--yes']);
    expect(code).toBe(0);
    expect(out).toContain('no row of the table is missing');
    expect(out).toContain('2024-01~Other_countries, value_rtc_millions: 20.000 → 21.5 (7.5%)');
    expect(await textOf(data, metals)).toBe(await newRelease());
    const [line = ''] = (await textOf(data, 'revisions.csv')).trim().split('\n').slice(-1);
    const [, created, revision] = line.split(',');
    expect(line).toMatch(/,1,1,0$/);
    expect(await textOf(data, 'revision-changes.csv')).toContain(
      `${revision},apple-exports,revised,3,,2024-01~Other_countries,value_rtc_millions,20.000,21.5\n`,
    );
    expect(JSON.parse(await textOf(data, 'datapackage.json')).created).toBe(created);
    const checked = await run('data', data, []);
    expect(checked.code).toBe(0);
    const before = await hashes(data);
    const again = await imported(data, [file, '--yes']);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('Nothing to write')]);
    expect(await hashes(data)).toEqual(before);
  });
});

test('rows gone or refused stop an import until they are named', async () => {
  await withData(async (data) => {
    const release = `${await newRelease(true)}2024-13,Freedonia,1,orchard-stats\n`;
    const file = await besides(data, 'july.csv', release);
    const before = await hashes(data);
    const stopped = await imported(data, [file, '--yes']);
    expect(stopped.code).toBe(3);
    expect(stopped.out).toContain('covers 2 series, 2024-01 to 2024-07');
    expect(stopped.out).toContain('row 14, period: not a period: "2024-13"');
    expect(stopped.out).toContain("--gone '2024-05~Other_countries'");
    const half = await imported(data, [file, '--yes', '--gone', '2024-05~*']);
    expect(half.code).toBe(3);
    expect(await hashes(data)).toEqual(before);
    const named = ['--gone', '2024-05~Other_countries', '--refused', '14'];
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
    const dry = await imported(data, ['-', '--dry-run', '--table', 'apple-exports'], release);
    expect([dry.code, dry.out]).toEqual([0, expect.stringContaining('nothing is written')]);
    const file = await besides(data, 'july.csv', release);
    const unasked = await imported(data, [file]);
    expect([unasked.code, unasked.errors]).toEqual([4, expect.stringContaining('--yes')]);
    expect(await hashes(data)).toEqual(before);
  });
});

test('claims whose readings change are told', async () => {
  await withData(async (data) => {
    const table = await textOf(data, 'tables/crate-prices.csv');
    const file = await besides(data, 'prices.csv', table.replace(',54,FDM', ',27,FDM'));
    const { out } = await imported(data, [file, '--dry-run', '--table', 'crate-prices']);
    expect(out).toContain('crate-price: 2 of 4 → 1 of 4 ways to measure it; ');
  });
});

test('several tables in a ZIP are written together, and a state before is rebuilt to the byte', async () => {
  await withData(async (data) => {
    const before = await hashes(data);
    const rates = await textOf(data, 'tables/exchange-rates.csv');
    const zip = zipSync({
      'release/apple-exports.csv': strToU8(await newRelease(true)),
      'exchange-rates.csv': strToU8(rates.replace('RTC,1.4,', 'RTC,1.41,')),
      'release/77100011_MetaData.csv': strToU8('Cube Title\n'),
    });
    const file = await besides(data, 'release.zip', zip);
    expect((await imported(data, [file, '--yes'])).code).toBe(3);
    expect(await hashes(data)).toEqual(before);
    const { code, errors } = await imported(data, [file, '--yes', '--gone', '2024-05~*']);
    expect([code, errors]).toEqual([0, expect.stringContaining('77100011_MetaData.csv')]);
    const more = await besides(data, 'more.csv', await newRelease());
    expect((await imported(data, [more, '--yes'])).code).toBe(0);

    const log = (await textOf(data, 'revisions.csv')).trim().split('\n');
    const [last, first] = log.slice(-4);
    const revision = first?.split(',')[2] ?? '';
    const since = await imported(data, ['--as-of', revision]);
    expect(since.out).toContain('apple-exports: 1 row added, 0 revised, 0 gone');
    const day = last?.split(',')[0] ?? '';
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
    const rate = await besides(data, 'rates.csv', rates.replace('RTC,1.4,', 'RTC,1.41,'));
    const runs = await Promise.all(
      [metal, rate].map(async (file) =>
        ended(await start('import', data, [file, '--yes', '--wait', '60'])),
      ),
    );
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    const log = (await textOf(data, 'revisions.csv')).trim().split('\n').slice(-2);
    const [first = [], second = []] = log.map((line) => line.split(','));
    expect(second[3]).toBe(first[2]);
    expect(await textOf(data, metals)).toBe(await newRelease());
    expect(await textOf(data, 'tables/exchange-rates.csv')).toContain('RTC,1.41,');
  });
});

test('an import killed at any moment leaves the data as before or as after', async () => {
  await withData(async (data) => {
    const before = await hashes(data);
    const file = await besides(data, 'july.csv', await newRelease());
    // Sooner after a kill that came too late, and the other way round: most come about the moment that decides.
    const begun = performance.now();
    expect((await ended(await start('import', data, [file, '--dry-run']))).code).toBe(0);
    let moment = performance.now() - begun;
    const ends = { before: 0, after: 0 };
    while (ends.before + ends.after < 10) {
      const child = await start('import', data, [file, '--yes']);
      const timer = setTimeout(() => child.kill('SIGKILL'), moment);
      await ended(child);
      clearTimeout(timer);
      // The next import, whatever it is, ends what this one had begun.
      const next = await imported(data, [file, '--dry-run']);
      if (next.out.includes('Nothing to write')) {
        ends.after += 1;
        moment *= 0.9;
        await expectWhole(data);
        await rm(data, { recursive: true });
        await cp(frozen, data, { recursive: true });
      } else {
        ends.before += 1;
        moment *= 1.1;
      }
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
