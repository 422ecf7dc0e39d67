import { expect, test } from '@playwright/test';
import { RecordCutter } from './records';

/** Records and faults of a text that comes in pieces of a size. */
function cut(text: string, size = text.length || 1, delimiter: ',' | ';' | '\t' | '|' = ',') {
  const cutter = new RecordCutter(
    delimiter,
    text.includes('\n') || !text.includes('\r') ? '\n' : '\r',
  );
  const records: string[][] = [];
  const faults: string[] = [];
  const take = (batch: ReturnType<RecordCutter['end']>) => {
    expect(batch.line).toBe(records.length + 1);
    for (const [place, fault] of batch.faults ?? []) faults.push(`${batch.line + place}: ${fault}`);
    records.push(...batch.records);
  };
  for (let from = 0; from < text.length; from += size)
    take(cutter.push(text.slice(from, from + size)));
  take(cutter.end());
  return { records, faults };
}

/** RFC 4180, section 2, by its numbers; then what files do beyond it. */
const rules: [rule: string, text: string, records: string[][]][] = [
  [
    '1: each record on a line of its own',
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    '2: the last record may lack its line end',
    'a,b\r\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    '3: a header is a record like any other',
    'x,y\r\n1,2\r\n',
    [
      ['x', 'y'],
      ['1', '2'],
    ],
  ],
  ['4: spaces are part of a cell', ' a , b\r\n', [[' a ', ' b']]],
  ['4: a last comma begins one more cell', 'a,b,\r\n', [['a', 'b', '']]],
  [
    '5: cells may be quoted or not',
    '"a","b"\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['6: a comma in quotes is text', '"a,b",c\r\n', [['a,b', 'c']]],
  ['6: a line end in quotes is text', '"a\r\nb",c\r\n', [['a\r\nb', 'c']]],
  ['6: a bare line feed in quotes is text', '"a\nb",c\r\n', [['a\nb', 'c']]],
  ['6: a bare return in quotes is text', '"a\rb",c\r\n', [['a\rb', 'c']]],
  ['7: a doubled quote is one quote', '"a""b",c\r\n', [['a"b', 'c']]],
  ['7: two doubled quotes alone', '"""",""""""\r\n', [['"', '""']]],
  ['an empty quoted cell is empty', '"",a\r\n', [['', 'a']]],
  [
    'line feeds alone',
    'a,b\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'returns alone',
    'a,b\rc,"d\re"\r',
    [
      ['a', 'b'],
      ['c', 'd\re'],
    ],
  ],
  [
    'line ends of two kinds',
    'a,b\nc,"d"\r\ne,f\n',
    [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
  ],
  ['a blank line is a record with one empty cell', 'a\n\nb\n', [['a'], [''], ['b']]],
  ['one empty quoted cell is a record too', '""\n', [['']]],
  ['blanks after a closing quote', '"a" ,b\n', [['a', 'b']]],
  ['a quote within a bare cell is text', 'a"b,5"\n', [['a"b', '5"']]],
  ['no text has no records', '', []],
];

for (const [rule, text, records] of rules) {
  for (const size of [1, 2, 3, 1000]) {
    test(`RecordCutter keeps rule ${rule}, in pieces of ${size}`, () => {
      expect(cut(text, size)).toEqual({ records, faults: [] });
    });
  }
}

for (const delimiter of [';', '\t', '|'] as const) {
  test(`RecordCutter cuts at ${JSON.stringify(delimiter)}`, () => {
    const text = `a${delimiter}"b${delimiter}c"\n1,5${delimiter}2\n`;
    expect(cut(text, 4, delimiter).records).toEqual([
      ['a', `b${delimiter}c`],
      ['1,5', '2'],
    ]);
  });
}

test('RecordCutter names a quote that is never closed', () => {
  expect(cut('a,b\n"c,d\ne,f\n').faults).toEqual(['2: a quoted cell is never closed']);
});

test('RecordCutter names a quote that neither closes nor is doubled', () => {
  expect(cut('a,b\n"c"x,d\n').faults).toEqual([
    '2: a quote that neither closes a cell nor is doubled',
  ]);
});

test('RecordCutter gives up on a record without end, in time that grows with its length alone', () => {
  const cutter = new RecordCutter(',', '\n');
  const piece = 'x,'.repeat(512);
  // Of this process alone: a machine may be busy.
  const began = process.cpuUsage();
  expect(() => {
    cutter.push('a,"');
    for (let count = 0; count < 40_000; count += 1) cutter.push(piece);
  }).toThrow('record 1 is longer than 32 MB');
  expect(process.cpuUsage(began).user).toBeLessThan(5_000_000);
});

test('RecordCutter reads a cell of 5 MB', () => {
  const cell = 'x'.repeat(5_000_000);
  const { records } = cut(`a,"${cell}"\n1,2\n`, 65_536);
  expect(records).toEqual([
    ['a', cell],
    ['1', '2'],
  ]);
});
