import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { rowChecker } from '@/lib/table/check-row';
import { readRecord } from '@/lib/table/csv-records';
import type { Field } from '@/lib/table/descriptor';
import { trade } from '@/lib/table/fixture';
import { KnownTexts } from './known-texts';
import { isPlainNumber, isPlainText } from './plain-cells';
import { noPeriod, PlainRows } from './plain-rows';
import { RowScanner } from './row-scan';

const encoder = new TextEncoder();

const mostly = (good: string[], bad: string[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...good) }, fc.constantFrom(...bad));
const cell = {
  period: mostly(['2024', '2024-06'], ['2024-13', '', '"2024"']),
  partner: mostly(['China', 'Côte d’Ivoire', '"a, b"'], ['a"b"', '=1+1', '', 'c\r']),
  value: mostly(['1', '-1.5', ''], ['1.', '.5', '-', '1e3', '"1"', '1,2', 'x', '1.2.3']),
};
const line = fc.record(cell).map(({ period, partner, value }) => `${period},${partner},${value}`);

test('PlainRows takes no row that the reader of rows refuses', () => {
  const check = rowChecker(trade, {});
  const read = (text: string) => {
    const { cells, fault } = readRecord(text);
    const faults = fault || cells.length !== 3 ? ['fault'] : [];
    const row = check(1, cells, (_, message) => faults.push(message));
    return faults.length > 0 ? null : (row.period ?? noPeriod);
  };
  let plain = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 20, maxLength: 60 }), (lines) => {
      const rows = new PlainRows(trade);
      const scanner = new RowScanner(3);
      scanner.push(encoder.encode(lines.map((one) => `${one}\n`).join('')), () => {
        const known = rows.check(scanner);
        const found = read(scanner.text());
        if (known)
          assert.deepEqual([found?.start, found?.end], [known.start, known.end], scanner.text());
        else if (found) rows.learn(scanner, found);
        if (known) plain += 1;
      });
    }),
  );
  expect(plain).toBeGreaterThan(0);
});

test('isPlainNumber takes digits with one point inside', () => {
  const numbers = ['0', '-12', '3.25', '', '-', '.5', '5.', '1.2.3', '1e3', '--1', '1 '];
  const plain = numbers.filter((text) => isPlainNumber(encoder.encode(text), 0, text.length));
  expect(plain).toEqual(['0', '-12', '3.25']);
});

test('isPlainText leaves quotes, line breaks, formulas and damaged UTF-8 to the reader of rows', () => {
  const isPlain = (bytes: Uint8Array) => isPlainText(bytes, 0, bytes.length);
  const texts = ['China', 'Côte d’Ivoire', '日本', '=1', '-a', '@a', '\ta', 'a"b', 'c\r', '\uFFFD'];
  const plain = texts.filter((text) => isPlain(encoder.encode(text)));
  expect(plain).toEqual(['China', 'Côte d’Ivoire', '日本']);
  expect(isPlain(Uint8Array.of(0x43, 0xf4, 0x74, 0xe9))).toBe(false);
});

test('PlainRows tells a new series by its cells: free text, and what is one of a list or a source', () => {
  const columns = { ...trade.schema.fields };
  const [period, partner, value] = Object.values(columns) as Field[];
  const flow = { name: 'flow', type: 'string', constraints: { enum: ['exports'] } } as Field;
  const source = { name: 'source_id', type: 'string', role: 'source' } as Field;
  const fields = [period, partner, flow, value, source] as Field[];
  const rows = new PlainRows({ ...trade, schema: { ...trade.schema, fields } });
  const scanner = new RowScanner(5);
  const isPlain = (text: string): boolean => {
    let plain = false;
    scanner.push(encoder.encode(`${text}\n`), () => {
      plain = rows.check(scanner) !== null;
      if (text === first) rows.learn(scanner, { text: '2024', start: 1, end: 2 });
    });
    return plain;
  };
  const first = '2024,China,exports,1,a';
  const others = ['2024,Japan,exports,2,a', '2024,Japan,imports,2,a', '2024,Japan,exports,2,b'];
  expect([first, first, ...others].map(isPlain)).toEqual([false, true, true, false, false]);
});

const viewOf = (text: string) => new DataView(encoder.encode(text).buffer);

test('KnownTexts expects texts in the order in which they were learned, over and over', () => {
  const known = new KnownTexts();
  const isNext = (text: string) => known.isNext(viewOf(text), 0, text.length);
  expect(isNext('')).toBe(false);
  for (const text of ['China, exports', 'China, imports', 'Japan'])
    known.add(text.length, encoder.encode(text), 0, text.length);
  const twice = ['China, exports', 'China, imports', 'Japan', 'China, exports', 'China, exports'];
  expect(twice.map(isNext)).toEqual([true, true, true, true, true]);
  expect(['Japan', 'China, exporte', 'China, import'].map(isNext)).toEqual([false, false, false]);
});

test('KnownTexts tells texts of one hash apart, and begins anew when full', () => {
  const known = new KnownTexts();
  const has = (text: string) => known.has(7, viewOf(text), 0, text.length);
  const add = (text: string) => known.add(7, encoder.encode(text), 0, text.length);
  for (const text of ['China', 'Chile', '']) add(text);
  expect(['China', 'Chile', '', 'Chin', 'Japan'].map(has)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  add('x'.repeat(100_000));
  expect(has('China')).toBe(true);
  for (let at = 0; at < 40; at += 1) add(`${at}`.padEnd(60_000, '.'));
  expect(has('China')).toBe(false);
});

test('a row with a cell more or less than another, or cut elsewhere, has another hash', () => {
  const hashes = new Set<string>();
  const texts = ['a,b,c', 'a,b', 'a,b,', 'a,b,c,', 'a,bc,', 'ab,,c', 'a,b,c,d', '"a,b",c', ',a,b'];
  const scanner = new RowScanner(3);
  scanner.push(encoder.encode(texts.map((text) => `${text}\n`).join('')), () => {
    scanner.hash(Int32Array.of(0, 0, 2, 2));
    scanner.hashOn(Int32Array.of(1, 1));
    hashes.add(`${scanner.hash1} ${scanner.hash2}`);
  });
  expect(hashes.size).toBe(texts.length);
});
