import { expect, test } from '@playwright/test';
import { readRecord } from '@/lib/table/csv-records';
import { RowScanner } from './row-scan';

/** The records of a text that comes in pieces of a size: as the scanner cuts them, and as they are then read. */
function scanned(text: string, size: number): string[][] {
  const bytes = new TextEncoder().encode(text);
  const scanner = new RowScanner(4);
  const records: string[][] = [];
  const take = () => {
    const { cells, fault } = readRecord(scanner.text());
    expect([fault, scanner.cells]).toEqual([null, cells.length]);
    records.push(cells);
  };
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.slice(at, at + size), take);
  scanner.finish(take);
  return records;
}

/** RFC 4180, section 2, by its numbers, with the line end of our own files. */
const rules: [rule: string, text: string, records: string[][]][] = [
  [
    '1: each record on a line of its own',
    'a,b\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    '2: the last record may lack its line end',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    '3: a header is a record like any other',
    'x,y\n1,2\n',
    [
      ['x', 'y'],
      ['1', '2'],
    ],
  ],
  ['4: spaces are part of a cell', ' a , b\n', [[' a ', ' b']]],
  ['4: a last comma begins one more cell', 'a,b,\n', [['a', 'b', '']]],
  [
    '5: cells may be quoted or not',
    '"a","b"\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['6: a comma in quotes is text', '"a,b",c\n', [['a,b', 'c']]],
  ['6: line ends in quotes are text', '"a\r\nb\nc\rd",e\n', [['a\r\nb\nc\rd', 'e']]],
  ['7: a doubled quote is one quote', '"a""b",c\n', [['a"b', 'c']]],
  ['7: doubled quotes alone', '"""",""""""\n', [['"', '""']]],
  ['an empty quoted cell is empty', '"",a\n', [['', 'a']]],
];

for (const [rule, text, records] of rules)
  for (const size of [1, 2, 3, 1000])
    test(`RowScanner keeps rule ${rule}, in pieces of ${size}`, () => {
      expect(scanned(text, size)).toEqual(records);
    });

test('RowScanner gives up on a quote that is never closed', () => {
  const scanner = new RowScanner(2);
  const piece = new TextEncoder().encode('x,y\n'.repeat(2_000_000));
  const push = () => {
    scanner.push(new TextEncoder().encode('a,"'), () => {});
    for (let count = 0; count < 5; count += 1) scanner.push(piece, () => {});
  };
  expect(push).toThrow('row 1 is longer than 32 MB');
});
