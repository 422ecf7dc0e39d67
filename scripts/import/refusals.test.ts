import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { besides, imported, textOf, withData } from './import-fixture';

const HEADER = 'period,destination,value_rtc_millions,source_id\n';
const row = (value: string, month = '2024-08') => `${month},Freedonia,${value},orchard-stats\n`;

test('more refused rows than are told are counted by reason, and all of them are in the file named', async () => {
  await withData(async (data) => {
    const values = Array.from({ length: 3000 }, (_, at) => `${at}?`);
    const text = HEADER + values.map((value) => row(value)).join('') + row('1', '2024-13');
    const file = await besides(data, 'august.csv', text);
    const { code, out } = await imported(data, [file, '--table', 'apple-exports']);
    expect(code).toBe(3);
    expect(out).toContain('    3,000 × not a number: …, in value_rtc_millions\n');
    expect(out).toContain('    1 × not a period: …, in period\n');
    expect(out).toContain('august.csv, row 2, value_rtc_millions: not a number: "0?"');
    expect(out).toContain('august.csv, row 3002, period: not a period: "2024-13"');
    expect(out.match(/august\.csv, row \d+,/g)).toHaveLength(21);
    const [, kept = ''] = /All 3,001 refused, .*: (\/.*\.csv)$/m.exec(out) ?? [];
    const lines = (await readFile(kept, 'utf8')).trimEnd().split('\n');
    await rm(path.dirname(kept), { recursive: true });
    expect(lines).toHaveLength(3002);
    expect(lines.slice(0, 2)).toEqual([
      'file,row,column,reason',
      'august.csv,2,value_rtc_millions,"not a number: ""0?"""',
    ]);
    expect(lines.at(-1)).toBe('august.csv,3002,period,"not a period: ""2024-13"""');
    expect(await textOf(data, 'tables/apple-exports.csv')).not.toContain('2024-08');
  });
});

test('rows refused for a reason that is named are left out, and those for another still stop', async () => {
  await withData(async (data) => {
    const values = Array.from({ length: 30 }, (_, at) => `${at}?`);
    const months = ['2024-13', '2024-14'];
    const bad = values.map((value) => row(value)).join('');
    const text = `${HEADER}${bad}${months.map((month) => row('x', month)).join('')}${row('7')}`;
    const file = await besides(data, 'august.csv', text);
    const args = [file, '--table', 'apple-exports', '--yes', '--refused-for'];
    const half = await imported(data, [...args, 'value_rtc_millions: not a number: *']);
    expect(half.code).toBe(3);
    expect(half.out).toContain(
      '    32 × not a number: …, in value_rtc_millions: left out, as named\n',
    );
    expect(half.out).toContain('    2 × not a period: …, in period\n');
    expect(half.out).toContain('Stopped: 2 rows are refused.');
    expect(half.out).toContain("--refused-for 'not a period: *'.");
    const { code, out } = await imported(data, [...args, 'not a *']);
    expect(code).toBe(0);
    for (const run of [half, { out }]) {
      const [, kept = ''] = /: (\/.*\.csv)$/m.exec(run.out) ?? [];
      await rm(path.dirname(kept), { recursive: true });
    }
    const table = await textOf(data, 'tables/apple-exports.csv');
    expect(table.split('\n').filter((line) => line.startsWith('2024-08'))).toEqual([
      row('7').trimEnd(),
    ]);
  });
});

test('a row that is refused for two of its cells is one row, and few rows need no file', async () => {
  await withData(async (data) => {
    const file = await besides(data, 'august.csv', `${HEADER}${row('x', '2024-13')}${row('7')}`);
    const args = [file, '--table', 'apple-exports', '--yes'];
    const stopped = await imported(data, args);
    expect(stopped.out).toContain('Stopped: 1 row is refused.');
    const { code, out } = await imported(data, [...args, '--refused', '2']);
    expect(code).toBe(0);
    expect(out).toContain('Refused, and left out as named:\n    august.csv, row 2, period: not a');
    expect(out).not.toMatch(/All .* refused/);
  });
});
