import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { folder } from '@/lib/data-fixture';
import { pieces } from '@/lib/import/fixture';
import { besides, hashes, imported, withData } from './import-fixture';
import { begun } from './inputs';
import { lock } from './lock';

/** What the command makes of a file that is neither a whole release nor a table of ours. */

test.describe.configure({ timeout: 120_000 });

const metals = readFile(path.join(folder, 'tables/aluminium-exports.csv'), 'utf8');

test('a table’s own columns are known however short the file', async () => {
  const short = `${(await metals).split('\n').slice(0, 8).join('\n')}\n`;
  expect(short.length).toBeLessThan(1024);
  await withData(async (data) => {
    const file = await besides(data, 'short.csv', short);
    expect((await imported(data, [file, '--dry-run'])).out).toContain('read       7');
  });
});

const otherBytes: [string, (text: string) => Buffer, number][] = [
  ['UTF-16 LE', (text) => Buffer.from(text, 'utf16le'), 0],
  ['Windows-1252', (text) => Buffer.from(text.replace('Other c', '\u00D6ther c'), 'latin1'), 3],
];

for (const [encoding, encode, ends] of otherBytes)
  test(`a table’s own columns in ${encoding} are read, and the encoding is said`, async () => {
    await withData(async (data) => {
      const short = `${(await metals).split('\n').slice(0, 3).join('\n')}\n`;
      const file = await besides(data, 'short.csv', encode(short));
      const { code, out } = await imported(data, [file, '--dry-run']);
      expect([code, out]).toEqual([ends, expect.stringContaining(`form, ${encoding}, comma`)]);
      if (ends) expect(out).toContain('Other countries: "\u00D6ther countries"');
    });
  });

test('a file that nothing is known for is told by its form, beside the columns of the table asked for', async () => {
  await withData(async (data) => {
    const fred = await imported(data, ['lib/import/samples/fred-monthly.csv']);
    expect(fred.errors).toContain('fred-monthly.csv: FRED series, and no mapping');
    const file = await besides(data, 'typo.csv', 'period,destination,value\n2026-07,China,1\n');
    const { code, errors } = await imported(data, [file, '--table', own]);
    expect(code).toBe(1);
    expect(errors).toContain(
      'columns of aluminium-exports: period, destination, value_cad_millions',
    );
    const empty = await imported(data, [await besides(data, 'empty.csv', '\n')]);
    expect(empty.errors).toBe('empty.csv: the file is empty\n');
  });
});

test('begun(chunks) has the start whole, in whatever pieces it comes, and loses none of them', async () => {
  const bytes = new TextEncoder().encode(await metals);
  const { start, chunks } = await begun(inPieces(bytes, 3));
  expect(Buffer.from(start).toString()).toBe(await metals);
  expect(Buffer.concat(await all(chunks)).toString()).toBe(await metals);
  const long = new Uint8Array(1_000_000).fill(65);
  const second = await begun(inPieces(long, 100_000));
  expect(second.start.length).toBeLessThan(long.length);
  expect(Buffer.concat(await all(second.chunks))).toHaveLength(long.length);
  expect((await begun(inPieces(new Uint8Array(0), 1))).start).toHaveLength(0);
});

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  yield* pieces(bytes, size);
}

async function all(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for await (const chunk of chunks) found.push(chunk);
  return found;
}

const tidy = (rows: string[]): string =>
  `${['period,destination,measure,unit,factor,value,status', ...rows].join('\n')}\n`;

const own = 'aluminium-exports';
const source = 'trade-sc-12100182-sib-us';
const row = (period: string, value: string, unit = 'CAD million', factor = '1'): string =>
  `${period},United States,value_cad_millions,${unit},${factor},${value},`;

test('our tidy form goes into the table and under the source that are named', async () => {
  await withData(async (data) => {
    const text = tidy([row('2026-06', '700.5', ''), row('2026-07', '901500', 'CAD', '1000')]);
    const file = await besides(data, 'away.csv', text);
    const bare = await imported(data, [file]);
    expect([bare.code, bare.errors]).toEqual([1, expect.stringContaining('--table ID')]);
    const nameless = await imported(data, [file, '--table', own]);
    expect([nameless.code, nameless.errors]).toEqual([1, expect.stringContaining('--source ID')]);
    const args = [file, '--table', own, '--source', source, '--yes'];
    const { code, out } = await imported(data, args);
    expect([code, out]).toEqual([0, expect.stringMatching(/added +1\n.*\n +revised +1\n/)]);
    const table = await readFile(path.join(data, 'tables/aluminium-exports.csv'), 'utf8');
    expect(table).toContain(`\n2026-07,United States,901.5,${source}\n`);
  });
});

test('its rows of another unit, or without a column of the table, are refused', async () => {
  await withData(async (data) => {
    const before = await hashes(data);
    const file = await besides(data, 'tonnes.csv', tidy([row('2026-07', '5', 'tonnes')]));
    const args = ['--table', own, '--source', source, '--yes'];
    const { code, out } = await imported(data, [file, ...args]);
    expect([code, out]).toEqual([3, expect.stringContaining('its unit is "tonnes"')]);
    const text = tidy([row('2026-07', '5')]).replace('destination', 'partner');
    const other = await imported(data, [await besides(data, 'other.csv', text), ...args]);
    expect([other.code, other.errors]).toEqual([1, expect.stringContaining('"destination"')]);
    expect(await hashes(data)).toEqual(before);
  });
});

test('what was taken away of a publisher’s file is read by the publisher’s mapping', async () => {
  const text = `${[
    'period,geo,trade,basis,seasonal_adjustment,principal_trading_partners,measure,unit,factor,value,status',
    '2030-01,Canada,Export,Customs,Unadjusted,China,VALUE,Dollars,1000000,2566.3,p',
    '2030-01,Canada,Export,Customs,Unadjusted,Hong Kong,VALUE,Dollars,1000000,9,',
  ].join('\n')}\n`;
  await withData(async (data) => {
    const known = await imported(data, [await besides(data, 'unknown.csv', text), '--dry-run']);
    expect(known.code).toBe(1);
    const args = ['--map', 'trade-by-partner', '--yes'];
    const { code } = await imported(data, [await besides(data, 'mine.csv', text), ...args]);
    expect(code).toBe(0);
    const table = await readFile(path.join(data, 'tables/trade-by-partner.csv'), 'utf8');
    expect(table).toContain('\n2030-01,China,exports,customs,2566.3,trade-sc-12100011-sib\n');
    expect(table).not.toContain('Hong Kong,exports,customs,9');
  });
});

test('a mapping that takes nothing from its file says so', async () => {
  await withData(async (data) => {
    const text = 'Entity,Code,Year,Share of new cars that are electric\nNorway,NOR,2024,92\n';
    const file = await besides(data, 'norway.csv', text);
    const { code, errors } = await imported(data, [file, '--map', 'ev-share', '--yes']);
    expect([code, errors]).toEqual([
      1,
      expect.stringContaining('for the table ev-share: 1 read, 1 left out'),
    ]);
  });
});

const sample = 'lib/import/samples/12100011-eng.zip';

test('a code in place of a figure is told with its row, and a pattern takes only rows of the file', async () => {
  await withData(async (data) => {
    const { code, out } = await imported(data, [sample, '--gone', '2025-04~*', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('note: row 5, value_cad_millions: no figure: ".."');
    expect(out).toContain('gone       1:');
    expect(out).toMatch(/lose-china-market: .*\n {4}reading \d: \S.* → \S/);
    const whole = ['--gone', '2025-04~China~exports~*', '--gone', '2025-03~Japan~exports~customs'];
    expect((await imported(data, [sample, ...whole, '--dry-run'])).out).toContain('gone       2:');
  });
});

test('a figure that a publisher withholds is gone, at the end of its file too', async () => {
  await withData(async (data) => {
    const text = 'observation_date,EXCAUS\n2026-04-01,1.3754\n2026-05-01,1.3717\n2026-06-01,.\n';
    const file = await besides(data, 'EXCAUS.csv', text);
    const map = ['--map', 'exchange-rates-cad', '--yes'];
    const { code, out } = await imported(data, [file, ...map]);
    expect([code, out]).toEqual([3, expect.stringContaining("--gone '2026-06~month~CAD'")]);
    expect(out).toContain('note: row 4, units_per_usd: no figure: "."');
    expect((await imported(data, [file, ...map, '--gone', '2026-06~month~CAD'])).code).toBe(0);
    const table = await readFile(path.join(data, 'tables/exchange-rates.csv'), 'utf8');
    expect(table).not.toContain('2026-06,month,CAD');
  });
});

test('the description beside a table is passed over, in a ZIP or as a file of its own', async () => {
  await withData(async (data) => {
    const files = ['statcan-full-en', 'statcan-metadata'].map(
      (name) => `lib/import/samples/${name}.csv`,
    );
    const args = ['--map', 'trade-by-partner', '--gone', '2025-04~*', '--dry-run'];
    const { code, out, errors } = await imported(data, [...files, ...args]);
    expect([code, errors]).toEqual([
      0,
      'statcan-metadata.csv: passed over: describes the table beside it\n',
    ]);
    expect(out).toContain('revised    3');
    const alone = await imported(data, [files[1] ?? '', ...args]);
    expect([alone.code, alone.errors]).toEqual([
      1,
      expect.stringContaining('No file had anything'),
    ]);
  });
});

const wrong: [string, string[], number, string][] = [
  ['a file that is not there', ['nothing.csv'], 1, 'nothing.csv: no such file'],
  ['a folder', ['data'], 1, 'data is a folder'],
  ['a table that is not there', [sample, '--table', 'nope'], 1, 'no table "nope", only'],
  ['a mapping that is none', [sample, '--map', 'README.md'], 1, 'README.md: not JSON'],
  ['rows that are none', [sample, '--refused', 'x'], 2, 'not rows: "x"'],
  ['a folder for no state', [sample, '--out', 'x'], 2, '--as-of'],
  ['a state that was never', ['--as-of', '2020-01-01'], 1, 'the first is 1c7316e0f2'],
];

for (const [what, args, ends, told] of wrong)
  test(`${what} is said in words`, async () => {
    await withData(async (data) => {
      const { code, errors } = await imported(data, [...args, '--yes']);
      expect([code, errors]).toEqual([ends, expect.stringContaining(told)]);
    });
  });

test('a second import that may not wait says which process is at work, and changes nothing', async () => {
  await withData(async (data) => {
    const release = await lock(data);
    const before = await hashes(data);
    const file = [sample, '--gone', '2025-04~*', '--yes'];
    for (const args of [file, ['--record', 'By hand']]) {
      const { code, errors } = await imported(data, [...args, '--wait', '0']);
      expect([code, errors]).toEqual([5, expect.stringContaining(`process ${process.pid}`)]);
    }
    expect(await hashes(data)).toEqual(before);
    await release();
  });
});
