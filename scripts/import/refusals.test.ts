import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { besides, imported, textOf, withData } from './import-fixture';

const HEADER = 'period,destination,value_cad_millions,source_id\n';
const row = (value: string, month = '2026-08') =>
  `${month},United States,${value},trade-sc-12100182-sib-us\n`;

test('more refused rows than are told are counted by reason, and all of them are in the file named', async () => {
  await withData(async (data) => {
    const values = Array.from({ length: 3000 }, (_, at) => `${at}?`);
    const text = HEADER + values.map((value) => row(value)).join('') + row('1', '2026-13');
    const file = await besides(data, 'august.csv', text);
    const { code, out } = await imported(data, [file, '--table', 'aluminium-exports']);
    expect(code).toBe(3);
    expect(out).toContain('    3,000 × not a number: …, in value_cad_millions\n');
    expect(out).toContain('    1 × not a period: …, in period\n');
    expect(out).toContain('august.csv, row 2, value_cad_millions: not a number: "0?"');
    expect(out).toContain('august.csv, row 3002, period: not a period: "2026-13"');
    expect(out.match(/august\.csv, row \d+,/g)).toHaveLength(21);
    const [, kept = ''] = /All 3,001 refused, .*: (\/.*\.csv)$/m.exec(out) ?? [];
    const lines = (await readFile(kept, 'utf8')).trimEnd().split('\n');
    await rm(path.dirname(kept), { recursive: true });
    expect(lines).toHaveLength(3002);
    expect(lines.slice(0, 2)).toEqual([
      'file,row,column,reason',
      'august.csv,2,value_cad_millions,"not a number: ""0?"""',
    ]);
    expect(lines.at(-1)).toBe('august.csv,3002,period,"not a period: ""2026-13"""');
    expect(await textOf(data, 'tables/aluminium-exports.csv')).not.toContain('2026-08');
  });
});
