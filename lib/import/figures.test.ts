import { expect, test } from '@playwright/test';
import { faults, imported, lines } from './fixture';

/** What is wrong with the text, a line each, after the figures. */
async function read(text: string, options: Parameters<typeof imported>[1] = {}) {
  const { figures, problems, summary } = await imported(text, options);
  return { told: lines(figures), faults: faults(problems), problems, summary };
}

for (const code of ['..', 'x', 'F', '…', '-', 'n/a', '.', ':']) {
  test(`a cell ${code} is kept as status, never as 0`, async () => {
    const { told } = await read(`period,x,value\n2024,a,${code}\n`);
    expect(told).toEqual([`2024 | a | value | none | ×1 | no unit | ${code}`]);
  });
}

test('a code with a status beside it keeps both', async () => {
  const { told } = await read('period,x,value,status\n2024,a,x,p\n');
  expect(told).toEqual(['2024 | a | value | none | ×1 | no unit | x p']);
});

test('a record with too few cells is refused, and the others are read', async () => {
  const { told, faults, summary } = await read('period,x,value\n2023,a,1\n2024,a\n2025,a,3\n');
  expect(told.length).toBe(2);
  expect(faults).toEqual(['row 3, null: expected 3 cells, found 2']);
  expect(summary).toMatchObject({ records: 2, figures: 2, refused: 1 });
});

test('empty cells at the end of a record are no fault, others are', async () => {
  const { told, faults } = await read('period,x,value\n2023,a,1,,\n2024,a,2,3\n');
  expect(told.length).toBe(1);
  expect(faults).toEqual(['row 3, null: expected 3 cells, found 4']);
});

test('footnotes under the table are told as notes', async () => {
  const { told, faults, summary } = await read(
    'period,x,value\n2023,a,1\n\n"Note: a, b"\nSource: office,2024\n',
  );
  expect(told.length).toBe(1);
  expect(faults).toEqual([]);
  expect(summary.notes).toEqual(['Note: a, b', 'Source: office 2024']);
});

test('what looks like a footnote between records is a broken record', async () => {
  const { faults } = await read('period,x,value\n2023,a,1\nNote\n2024,a,2\n');
  expect(faults).toEqual(['row 3, null: expected 3 cells, found 1']);
});

test('a header that comes again is passed over', async () => {
  const { told, faults, summary } = await read(
    'period,x,value\n2023,a,1\nperiod,x,value\n2024,a,2\n',
  );
  expect(told.length).toBe(2);
  expect(faults).toEqual([]);
  expect(summary.records).toBe(2);
});

test('a cell like a formula is read as text and flagged once for its series', async () => {
  const { told, problems } = await read('period,x,value\n2023,=1+1,1\n2024,=1+1,2\n');
  expect(told[0]).toBe('2023 | =1+1 | value | 1 | ×1 | no unit | ');
  expect(problems).toEqual([
    {
      row: 2,
      column: 'x',
      message: 'a spreadsheet would run this as a formula: "=1+1"',
      refused: false,
    },
  ]);
});

test('NUL bytes are refused where they stand', async () => {
  const { faults } = await read('period,x,value\n2023,a\0b,1\n2024,a,1\0\n2025\0,a,1\n');
  expect(faults).toEqual([
    'row 2, x: not text: "a\\u0000b"',
    'row 3, value: not a number: "1\\u0000"',
    'row 4, period: not a period: "2025\\u0000"',
  ]);
});

test('a byte that breaks UTF-8 after its first letters is refused where it stands', async () => {
  const bytes = new TextEncoder().encode('period,x,value\n2023,é,1\n2024,#,2\n'.padEnd(100, '\n'));
  bytes[bytes.indexOf(0x23)] = 0xe9;
  const { problems } = await imported(bytes, { encoding: 'utf-8' });
  expect(faults(problems)).toEqual(['row 3, x: not text: "\uFFFD"']);
});

test('an unknown scalar factor is refused', async () => {
  const { faults } = await read(
    'REF_DATE,GEO,UOM,SCALAR_FACTOR,VALUE\n2024,Canada,Dollars,dozens,5\n',
  );
  expect(faults).toEqual(['row 2, SCALAR_FACTOR: unknown scalar factor: "dozens"']);
});

test('1,234 is refused with both its meanings', async () => {
  const { told, faults } = await read('Year,Region,Tonnes\n2024,North,"1,234"\n2025,North,7\n');
  expect(told.length).toBe(1);
  expect(faults).toEqual(['row 2, Tonnes: "1,234" is 1234 or 1.234: the format must say which']);
});

test('1,234 is what the mapping says', async () => {
  const text = 'Year;Region;Tonnes\n2024;North;1,234\n';
  const comma = await read(text, {
    mapping: { read: { period: 'Year', values: ['Tonnes'], decimal: ',' } },
  });
  const group = await read(text, {
    mapping: { read: { period: 'Year', values: ['Tonnes'], group: ',' } },
  });
  expect(comma.told).toEqual(['2024 | North | Tonnes | 1.234 | ×1 | no unit | ']);
  expect(group.told).toEqual(['2024 | North | Tonnes | 1234 | ×1 | no unit | ']);
});

test('03/04/2024 is refused with both its meanings, and read as the mapping says', async () => {
  const text = 'Day,Region,Tonnes\n03/04/2024,North,5\n';
  const open = await read(text, { mapping: { read: { period: 'Day', values: ['Tonnes'] } } });
  expect(open.faults).toEqual([
    'row 2, Day: "03/04/2024" is 2024-04-03 or 2024-03-04: the mapping must say which',
  ]);
  const read2 = { period: 'Day', values: ['Tonnes'], dates: 'day-month-year' as const };
  const settled = await read(text, { mapping: { read: read2 } });
  expect(settled.told).toEqual(['2024-04-03 | North | Tonnes | 5 | ×1 | no unit | ']);
});

test('a mapping’s filter leaves records out and counts them', async () => {
  const { told, summary } = await read('period,x,value\n2023,a,1\n2023,b,2\n', {
    mapping: { where: { x: ['b'] } },
  });
  expect(told).toEqual(['2023 | b | value | 2 | ×1 | no unit | ']);
  expect(summary).toMatchObject({ records: 2, left: 1, figures: 1 });
});

test('a mapping that names no column of the file says which', async () => {
  await expect(
    imported('period,x,value\n2023,a,1\n', { mapping: { where: { y: ['b'] } } }),
  ).rejects.toThrow('the mapping names a column that is not there: "y"');
});

test('two columns of one name stay apart, and one may be named like a part of every object', async () => {
  const { figures } = await imported('period,x,x,__proto__,value\n2023,a,b,c,1\n', {
    as: 'generic',
  });
  const { dimensions } = figures[0]?.series ?? { dimensions: {} };
  expect(Object.entries(dimensions)).toEqual([
    ['x', 'a'],
    ['x (2)', 'b'],
    ['__proto__', 'c'],
  ]);
});

test('figures of a series share one object', async () => {
  const { figures } = await imported('period,x,value\n2023,a,1\n2023,b,2\n2024,a,3\n');
  expect(figures[0]?.series).toBe(figures[2]?.series);
  expect(figures[0]?.series).not.toBe(figures[1]?.series);
});

test('an empty file and one of blank lines are refused', async () => {
  await expect(imported('')).rejects.toThrow('the file is empty');
  await expect(imported('\n\n \n')).rejects.toThrow('the file is empty');
});

test('text that is no table is refused', async () => {
  await expect(imported('Dear reader,\nthis is a letter.\n')).rejects.toThrow(
    'no period and no figures',
  );
});
