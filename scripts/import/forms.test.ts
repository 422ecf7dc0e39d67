import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { frozen } from '@/lib/data-fixture';
import { pieces } from '@/lib/import/fixture';
import { besides, hashes, imported, withData } from './import-fixture';
import { begun } from './inputs';
import { lock } from './lock';

/** What the command makes of a file that is neither a whole release nor a table of ours. */

test.describe.configure({ timeout: 120_000 });

const releases = 'fixtures/releases';
const sample = `${releases}/77100011.csv`;

const metals = readFile(path.join(frozen, 'tables/apple-exports.csv'), 'utf8');

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
    const file = await besides(data, 'typo.csv', 'period,destination,value\n2024-07,Freedonia,1\n');
    const { code, errors } = await imported(data, [file, '--table', own]);
    expect(code).toBe(1);
    expect(errors).toContain('columns of apple-exports: period, destination, value_rtc_millions');
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

const own = 'apple-exports';
const source = 'orchard-stats';
const row = (period: string, value: string, unit = 'RTC million', factor = '1'): string =>
  `${period},Freedonia,value_rtc_millions,${unit},${factor},${value},`;

test('our tidy form goes into the table and under the source that are named', async () => {
  await withData(async (data) => {
    const text = tidy([row('2024-06', '700.5', ''), row('2024-07', '901500', 'RTC', '1000')]);
    const file = await besides(data, 'away.csv', text);
    const bare = await imported(data, [file]);
    expect([bare.code, bare.errors]).toEqual([1, expect.stringContaining('--table ID')]);
    const nameless = await imported(data, [file, '--table', own]);
    expect([nameless.code, nameless.errors]).toEqual([1, expect.stringContaining('--source ID')]);
    const args = [file, '--table', own, '--source', source, '--yes'];
    const { code, out } = await imported(data, args);
    expect([code, out]).toEqual([0, expect.stringMatching(/added +1\n.*\n +revised +1\n/)]);
    const table = await readFile(path.join(data, 'tables/apple-exports.csv'), 'utf8');
    expect(table).toContain(`\n2024-07,Freedonia,901.5,${source}\n`);
  });
});

test('its rows of another unit, or without a column of the table, are refused', async () => {
  await withData(async (data) => {
    const before = await hashes(data);
    const file = await besides(data, 'tonnes.csv', tidy([row('2024-07', '5', 'tonnes')]));
    const args = ['--table', own, '--source', source, '--yes'];
    const { code, out } = await imported(data, [file, ...args]);
    expect([code, out]).toEqual([3, expect.stringContaining('its unit is "tonnes"')]);
    const text = tidy([row('2024-07', '5')]).replace('destination', 'partner');
    const other = await imported(data, [await besides(data, 'other.csv', text), ...args]);
    expect([other.code, other.errors]).toEqual([1, expect.stringContaining('"destination"')]);
    expect(await hashes(data)).toEqual(before);
  });
});

test('what was taken away of a publisher’s file is read by the publisher’s mapping', async () => {
  const text = `${[
    'period,geo,trade,basis,trading_partners,measure,unit,factor,value,status',
    '2030-01,Ruritania,Export,Customs,Freedonia,VALUE,Crowns,1000000,66.3,p',
    '2030-01,Ruritania,Export,Customs,Graustark,VALUE,Crowns,1000000,9,',
  ].join('\n')}\n`;
  await withData(async (data) => {
    const known = await imported(data, [await besides(data, 'unknown.csv', text), '--dry-run']);
    expect(known.code).toBe(1);
    const args = ['--map', 'fruit-trade', '--yes'];
    const { code } = await imported(data, [await besides(data, 'mine.csv', text), ...args]);
    expect(code).toBe(0);
    const table = await readFile(path.join(data, 'tables/fruit-trade.csv'), 'utf8');
    expect(table).toContain('\n2030-01,Freedonia,exports,customs,66.3,orchard-stats\n');
    expect(table).not.toContain('Graustark,exports,customs,9');
  });
});

test('a mapping that takes nothing from its file says so', async () => {
  await withData(async (data) => {
    const lines = (await readFile(`${releases}/77100011.csv`, 'utf8')).split('\n');
    const text = lines.filter((_, at) => at === 0 || at === 5).join('\n');
    const file = await besides(data, 'graustark.csv', text);
    const { code, errors } = await imported(data, [file, '--map', 'fruit-trade', '--yes']);
    expect([code, errors]).toEqual([
      1,
      expect.stringContaining('for the table fruit-trade: 1 read, 1 left out'),
    ]);
  });
});

test('a code in place of a figure is told with its row, and a pattern takes only rows of the file', async () => {
  await withData(async (data) => {
    const { code, out } = await imported(data, [sample, '--gone', '2024-06~*', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('note: row 5, value_rtc_millions: no figure: ".."');
    expect(out).toContain('gone       1:');
    expect(out).toMatch(/lost-market: .*\n {4}reading \d: \S.* → \S/);
    const whole = [
      '--gone',
      '2024-06~Freedonia~exports~*',
      '--gone',
      '2024-05~Sylvania~exports~customs',
    ];
    expect((await imported(data, [sample, ...whole, '--dry-run'])).out).toContain('gone       2:');
  });
});

test('a figure that a publisher withholds is gone, at the end of its file too', async () => {
  await withData(async (data) => {
    const text = 'observation_date,EXRTUS\n2024-04-01,1.4\n2024-05-01,1.45\n2024-06-01,.\n';
    const file = await besides(data, 'EXRTUS.csv', text);
    const map = ['--map', 'exchange-rates-rtc', '--yes'];
    const { code, out } = await imported(data, [file, ...map]);
    expect([code, out]).toEqual([3, expect.stringContaining("--gone '2024-06~month~RTC'")]);
    expect(out).toContain('note: row 4, units_per_usd: no figure: "."');
    expect((await imported(data, [file, ...map, '--gone', '2024-06~month~RTC'])).code).toBe(0);
    const table = await readFile(path.join(data, 'tables/exchange-rates.csv'), 'utf8');
    expect(table).not.toContain('2024-06,month,RTC');
  });
});

test('the description beside a table is passed over, in a ZIP or as a file of its own', async () => {
  await withData(async (data) => {
    const files = ['77100011', '77100011_MetaData'].map((name) => `${releases}/${name}.csv`);
    const args = ['--map', 'fruit-trade', '--gone', '2024-06~*', '--dry-run'];
    const { code, out, errors } = await imported(data, [...files, ...args]);
    expect([code, errors]).toEqual([
      0,
      '77100011_MetaData.csv: passed over: describes the table beside it\n',
    ]);
    expect(out).toContain('revised    1');
    const alone = await imported(data, [files[1] ?? '', ...args]);
    expect([alone.code, alone.errors]).toEqual([
      1,
      expect.stringContaining('No file had anything'),
    ]);
  });
});

const first = readFileSync(path.join(frozen, 'revisions.csv'), 'utf8')
  .split('\n')[1]
  ?.split(',')[2];

const wrong: [string, string[], number, string][] = [
  ['a file that is not there', ['nothing.csv'], 1, 'nothing.csv: no such file'],
  ['a folder', ['data'], 1, 'data is a folder'],
  ['a table that is not there', [sample, '--table', 'nope'], 1, 'no table "nope", only'],
  ['a mapping that is none', [sample, '--map', 'README.md'], 1, 'README.md: not JSON'],
  ['rows that are none', [sample, '--refused', 'x'], 2, 'not rows: "x"'],
  ['a folder for no state', [sample, '--out', 'x'], 2, '--as-of'],
  ['a state that was never', ['--as-of', '2020-01-01'], 1, `the first is ${first}`],
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
    const file = [sample, '--gone', '2024-06~*', '--yes'];
    for (const args of [file, ['--record', 'By hand']]) {
      const { code, errors } = await imported(data, [...args, '--wait', '0']);
      expect([code, errors]).toEqual([5, expect.stringContaining(`process ${process.pid}`)]);
    }
    expect(await hashes(data)).toEqual(before);
    await release();
  });
});
