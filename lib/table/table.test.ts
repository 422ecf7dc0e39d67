import { expect, test } from '@playwright/test';
import { random } from '@/lib/random-fixture';
import { columns, faults, resourceOf, tableError, trade } from './fixture';
import { parseTable, parseTableText, type Row, toCsv } from './table';

const header = 'period,partner,value\n';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const rawOf = (rows: Row[]) => rows.map((row) => row.raw);

const noted = resourceOf('notes', [columns.period, columns.note], ['period']);
const notesOf = async (text: string) =>
  (await parseTableText(noted, text)).rows.map((row) => row.cells.note);

test('parseTable(resource, chunks) gives the rows with line, key, cells, period and raw', async () => {
  const table = await parseTable(trade, [bytesOf(`${header}2024,China,1648.10\n2024,Japan,\n`)]);
  expect(table.resource).toBe(trade);
  const period = { text: '2024', kind: 'calendar_year', start: 1704067200000, end: 1735689600000 };
  expect(table.rows).toEqual([
    {
      line: 2,
      key: '2024~China',
      cells: { period: '2024', partner: 'China', value: 1648.1 },
      period,
      raw: ['2024', 'China', '1648.10'],
    },
    {
      line: 3,
      key: '2024~Japan',
      cells: { period: '2024', partner: 'Japan', value: null },
      period,
      raw: ['2024', 'Japan', ''],
    },
  ]);
});

test('parseTable takes chunks that come later', async () => {
  async function* later() {
    yield bytesOf('period,part');
    await new Promise((resolve) => setTimeout(resolve, 5));
    yield bytesOf('');
    yield bytesOf('ner,value\n2024,China,1');
  }
  const { rows } = await parseTable(trade, later());
  expect(rawOf(rows)).toEqual([['2024', 'China', '1']]);
});

test('parseTable passes on the error of a stream that breaks', async () => {
  async function* broken() {
    yield bytesOf(`${header}2024,China,1\n`);
    throw new Error('disk gone');
  }
  await expect(parseTable(trade, broken())).rejects.toThrow('disk gone');
});

test('parseTable reads quoted commas, quotes and line breaks', async () => {
  const text = 'period,note\n2021,"a,b"\n2022,"say ""no"""\n2023,"two\nlines"\n2024,"""x"\n';
  expect(await notesOf(text)).toEqual(['a,b', 'say "no"', 'two\nlines', '"x']);
});

test('parseTable counts records, not line breaks', async () => {
  const { rows } = await parseTableText(noted, 'period,note\n2021,"a\nb\n\nc"\n2022,x\n');
  expect(rows.map((row) => row.line)).toEqual([2, 3]);
});

test('parseTable reads a file with CRLF, and keeps LF and CRLF in quoted cells', async () => {
  const text = 'period,note\r\n2022,"a\nb"\r\n2023,"c\r\nd"\r\n2024,"e"\r\n2025,\r\n';
  expect(await notesOf(text)).toEqual(['a\nb', 'c\r\nd', 'e', null]);
});

test('parseTable reads a last line without a line break', async () => {
  expect(await notesOf('period,note\n2024,x')).toEqual(['x']);
  expect(await notesOf('period,note\n2024,"x"')).toEqual(['x']);
});

test('parseTable drops a byte order mark', async () => {
  expect(await notesOf('\uFEFFperiod,note\n2024,x\n')).toEqual(['x']);
});

const tricky = [
  '\uFEFFperiod,note\r\n2020,"Québec, €5 😀"\r\n2021,"say ""no"""\r\n',
  '2022,"two\r\nlines"\r\n2023,""\r\n"2024","""\n,"""\r\n2025,x\r\n\r\n',
].join('');
const trickyCells = [
  ['2020', 'Québec, €5 😀'],
  ['2021', 'say "no"'],
  ['2022', 'two\r\nlines'],
  ['2023', ''],
  ['2024', '"\n,"'],
  ['2025', 'x'],
];

test('parseTable gives the same rows wherever the file is cut in two', async () => {
  const bytes = bytesOf(tricky);
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const { rows } = await parseTable(noted, [bytes.subarray(0, cut), bytes.subarray(cut)]);
    expect(rawOf(rows), `cut at byte ${cut}`).toEqual(trickyCells);
  }
});

for (const size of [1, 2, 3, 5, 7]) {
  test(`parseTable gives the same rows in chunks of ${size} bytes`, async () => {
    const bytes = bytesOf(tricky);
    const starts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => i * size);
    const chunks = starts.map((start) => bytes.subarray(start, start + size));
    expect(rawOf((await parseTable(noted, chunks)).rows)).toEqual(trickyCells);
  });
}

test('parseTable tells the same problems wherever the file is cut in two', async () => {
  const text = `${header}2024,China,x\n"2024" ,Japan,1\n2024,Québec\n\n2024,"é"x,1\n"2024",Peru,y\n`;
  const bytes = bytesOf(text);
  const whole = await faults(trade, text);
  expect(whole).toHaveLength(5);
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const chunks = [bytes.subarray(0, cut), bytes.subarray(cut)];
    const error = await tableError(parseTable(trade, chunks));
    expect(error.message.split('\n'), `cut at byte ${cut}`).toEqual(whole);
  }
});

const stray = 'a quote that neither opens nor closes a cell and is not doubled';
const broken: [what: string, rows: string, faults: string[]][] = [
  ['a short row', '2024,China\n', ['row 2: expected 3 cells, found 2']],
  ['a long row', '2024,China,1,\n', ['row 2: expected 3 cells, found 4']],
  ['an unquoted comma', '2024,China,1,234\n', ['row 2: expected 3 cells, found 4']],
  ['a blank line between rows', '2024,China,1\n\n2024,Japan,1\n', ['row 3: blank line']],
  ['a line of blanks at the end', '2024,China,1\n  \n', ['row 3: expected 3 cells, found 1']],
  ['a header and no row', '', ['no rows']],
  ['a header and blank lines', '\n\n', ['no rows']],
  [
    'a quote that is never closed',
    '2024,China,1\n2024,"Japan,1\n2024,Peru,1\n',
    ['row 3: a quoted cell is never closed'],
  ],
  ['text after a closing quote', '2024,"China"x,1\n', [`row 2: ${stray}`]],
  ['a blank after a closing quote', '2024,"China" ,1\n', [`row 2: ${stray}`]],
  ['a blank before an opening quote', '2024, "China",1\n', [`row 2: ${stray}`]],
  ['a quote inside a bare cell', '2024,Chi"na,1\n', [`row 2: ${stray}`]],
  ['CRLF after LF', '2024,China,1\r\n', ['row 2: a line break unlike the first one']],
  ['CR alone', '2024,China,1\r2024,Japan,1\n', ['row 2: a line break unlike the first one']],
];

for (const [what, rows, expected] of broken) {
  test(`parseTable refuses ${what}`, async () => {
    expect(await faults(trade, header + rows)).toEqual(
      expected.map((line) => `trade.csv: ${line}`),
    );
  });
}

test('parseTable refuses LF after CRLF', async () => {
  const text = 'period,partner,value\r\n2024,China,1\n2024,Japan,1\r\n';
  expect(await faults(trade, text)).toEqual([
    'trade.csv: row 2: a line break unlike the first one',
  ]);
});

test('parseTable ignores blank lines at the end', async () => {
  expect(await notesOf('period,note\n2024,x\n\n\n')).toEqual(['x']);
});

test('parseTable refuses an empty file', async () => {
  expect(await faults(trade, '')).toEqual(['trade.csv: empty file']);
  expect(await faults(trade, '\uFEFF')).toEqual(['trade.csv: empty file']);
  expect(await faults(trade, '\n\n')).toEqual(['trade.csv: empty file']);
  expect((await tableError(parseTable(trade, []))).message).toBe('trade.csv: empty file');
});

const headers: [what: string, header: string, faults: string[]][] = [
  ['without a column', 'period,value', ['row 1, partner: missing column']],
  ['with an unknown column', 'period,partner,value,x', ['row 1: unknown column: "x"']],
  ['with a nameless column', 'period,partner,value,', ['row 1: unknown column: ""']],
  ['with a column twice', 'period,partner,value,value', ['row 1, value: duplicate column']],
  [
    'in another order',
    'period,value,partner',
    ['row 1, value: wrong order: column 2 must be partner'],
  ],
  [
    'with blanks',
    'period, partner,value',
    ['row 1, partner: missing column', 'row 1: unknown column: " partner"'],
  ],
  [
    'in capitals',
    'Period,partner,value',
    ['row 1, period: missing column', 'row 1: unknown column: "Period"'],
  ],
  ['with an open quote', '"period,partner,value', ['row 1: a quoted cell is never closed']],
];

for (const [what, line, expected] of headers) {
  test(`parseTable refuses a header ${what}, and reads no rows under it`, async () => {
    const lines = await faults(trade, `${line}\n2024,China,x\n`);
    expect(lines).toEqual(expected.map((fault) => `trade.csv: ${fault}`));
  });
}

test('parseTable refuses a blank line before the header, and still checks the rows', async () => {
  expect(await faults(trade, `\n${header}2024,China,x\n`)).toEqual([
    'trade.csv: row 1: blank line',
    'trade.csv: row 3, value: not a number: "x"',
  ]);
});

test('parseTable refuses bytes that are not UTF-8 and names the row', async () => {
  const latin1 = Buffer.from(`${header}2024,China,1\n2024,Québec,1\n2024,Peru,1\n`, 'latin1');
  const message = 'trade.csv: row 3: not UTF-8 text: "Qu\uFFFDbec"';
  expect((await tableError(parseTable(trade, [latin1]))).message).toBe(message);
  const bytes = Array.from(latin1, (byte) => Uint8Array.of(byte));
  expect((await tableError(parseTable(trade, bytes))).message).toBe(message);
});

test('parseTable refuses a file that ends inside a character', async () => {
  const bytes = bytesOf('period,note\n2024,é').subarray(0, -1);
  expect((await tableError(parseTable(noted, [bytes]))).message).toBe(
    'notes.csv: row 2: not UTF-8 text: "\uFFFD"',
  );
});

test('parseTable collects all problems of a file, in its order', async () => {
  const text = `${header}2024-13,China,"1,234"\n2024,Japan\n2024,,1\n`;
  const error = await tableError(parseTableText(trade, text));
  expect(error.path).toBe('tables/trade.csv');
  expect(error.count).toBe(4);
  expect(error.problems).toEqual([
    { row: 2, column: 'period', message: 'not a period: "2024-13"' },
    { row: 2, column: 'value', message: 'not a number: "1,234"' },
    { row: 3, column: null, message: 'expected 3 cells, found 2' },
    { row: 4, column: 'partner', message: 'empty, but required' },
  ]);
});

test('parseTable keeps the first 50 of 62 problems and counts the rest', async () => {
  const rows = Array.from({ length: 62 }, (_, i) => `2024,Partner ${i},x${i}`).join('\n');
  const error = await tableError(parseTableText(trade, header + rows));
  const lines = error.message.split('\n');
  expect(error.problems).toHaveLength(50);
  expect(error.count).toBe(62);
  expect(lines).toHaveLength(51);
  expect(lines[49]).toBe('trade.csv: row 51, value: not a number: "x49"');
  expect(lines[50]).toBe('… and 12 more');
});

test('toCsv(resource, rows) writes the header when there are no rows', () => {
  expect(toCsv(trade, [])).toBe('period,partner,value\n');
});

test('toCsv(resource, rows) writes the file again, byte for byte', async () => {
  const text = `${header}2024,"Hong Kong, ""SAR""",007\n2024,"two\nlines",1.50\n2024,é,\n`;
  expect(toCsv(trade, (await parseTableText(trade, text)).rows)).toBe(text);
});

test('toCsv(resource, rows) drops needless quotes, CRLF and the byte order mark', async () => {
  const { rows } = await parseTableText(
    trade,
    '\uFEFFperiod,partner,value\r\n"2024","China","1"\r\n',
  );
  expect(toCsv(trade, rows)).toBe(`${header}2024,China,1\n`);
});

test('toCsv(resource, rows) keeps an empty cell of a lone column from being a blank line', async () => {
  const lone = resourceOf('lone', [columns.note], ['note']);
  const { rows } = await parseTableText(lone, 'note\na\n""\nb\n');
  expect(rows.map((row) => row.cells.note)).toEqual(['a', null, 'b']);
  expect(toCsv(lone, rows)).toBe('note\na\n""\nb\n');
});

for (const seed of [1, 2, 3]) {
  test(`parseTable(toCsv(rows)) gives the rows again, seed ${seed}`, async () => {
    const next = random(seed);
    const pick = (from: string[]) => from[Math.floor(next() * from.length)] ?? '';
    const signs = ['a', ',', '"', '\n', '\r', '\r\n', ' ', 'é', '😀', '~', '_', '""', '","', "'"];
    const values = ['', '0', '-1.50', '007', '1e9', '12345.678'];
    const written = Array.from({ length: 400 }, (_, i) => {
      const text = Array.from({ length: Math.floor(next() * 7) }, () => pick(signs)).join('');
      return [String(1500 + i), `n${text}`, pick(values)];
    });
    const rows = written.map((raw) => ({ line: 0, key: '', cells: {}, period: null, raw }));
    const bytes = bytesOf(toCsv(trade, rows));
    const cut = Math.floor(next() * bytes.length);
    const table = await parseTable(trade, [bytes.subarray(0, cut), bytes.subarray(cut)]);
    expect(rawOf(table.rows)).toEqual(written);
    expect(table.rows.map((row) => row.cells.partner)).toEqual(written.map((raw) => raw[1]));
  });
}
