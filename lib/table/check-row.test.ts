import { expect, test } from '@playwright/test';
import { columns, faults, resourceOf, trade } from './fixture';
import { parseTableText } from './table';

const tradeWith = (value: string) => `period,partner,value\n2024,China,${value}\n`;

const numbers: [text: string, number: number | null][] = [
  ['5', 5],
  ['-5', -5],
  ['0', 0],
  ['1648.1', 1648.1],
  ['0.041', 0.041],
  ['007', 7],
  ['1e9', 1000000000],
  ['1.5E-3', 0.0015],
  ['2e+2', 200],
  ['', null],
];

for (const [text, number] of numbers) {
  test(`parseTable reads the number ${JSON.stringify(text)} as ${number}`, async () => {
    const { rows } = await parseTableText(trade, tradeWith(text));
    expect(rows[0]?.cells.value).toBe(number);
    expect(rows[0]?.raw[2]).toBe(text);
  });
}

const notNumbers = [
  ...['NaN', 'Infinity', '-Infinity', '1e400', ' 5', '5 ', ' ', '0x10', '+5', '.5', '5.', '1_000'],
  ...['1 234', '12%', '$5', '--5', '1e', '1.2.3', '٥', '−5', 'null', 'n/a', 'true', '..', '5\t'],
];

for (const text of notNumbers) {
  test(`parseTable refuses the number ${JSON.stringify(text)}`, async () => {
    expect(await faults(trade, tradeWith(text))).toEqual([
      `trade.csv: row 2, value: not a number: ${JSON.stringify(text)}`,
    ]);
  });
}

test('parseTable refuses a number with a thousands comma', async () => {
  expect(await faults(trade, tradeWith('"1,234"'))).toEqual([
    'trade.csv: row 2, value: not a number: "1,234"',
  ]);
});

const noted = resourceOf('notes', [columns.period, columns.note], ['period']);
const noteOf = async (cell: string) =>
  (await parseTableText(noted, `period,note\n2024,${cell}\n`)).rows[0]?.cells.note;

test('parseTable keeps text exactly, and an empty cell is null', async () => {
  expect(await noteOf('  two blanks  ')).toBe('  two blanks  ');
  expect(await noteOf('007')).toBe('007');
  expect(await noteOf('NULL')).toBe('NULL');
  expect(await noteOf('a-b=c')).toBe('a-b=c');
  expect(await noteOf('')).toBe(null);
  expect(await noteOf('""')).toBe(null);
});

for (const text of ['=1+1', '+1', '-1+1', '@SUM(A1)', '\tx', '-']) {
  test(`parseTable refuses the formula ${JSON.stringify(text)} in a text column`, async () => {
    expect(await faults(noted, `period,note\n2024,${text}\n`)).toEqual([
      `notes.csv: row 2, note: a spreadsheet would run this as a formula: ${JSON.stringify(text)}`,
    ]);
  });
}

test('parseTable refuses a text cell that begins with a carriage return', async () => {
  expect(await faults(noted, 'period,note\n2024,"\r=1"\n')).toEqual([
    'notes.csv: row 2, note: a spreadsheet would run this as a formula: "\\r=1"',
  ]);
});

test('parseTable refuses an empty cell of a required column', async () => {
  expect(await faults(trade, 'period,partner,value\n,China,1\n2024,,1\n')).toEqual([
    'trade.csv: row 2, period: empty, but required',
    'trade.csv: row 3, partner: empty, but required',
  ]);
});

test('parseTable refuses a value that the column does not list', async () => {
  const flows = resourceOf('flows', [columns.period, columns.flow], ['period', 'flow']);
  expect(await faults(flows, 'period,flow\n2024,exports\n2024,Imports\n')).toEqual([
    'flows.csv: row 3, flow: not one of exports, imports: "Imports"',
  ]);
});

test('parseTable reads the period of a row', async () => {
  const { rows } = await parseTableText(trade, 'period,partner,value\n2024/25,China,1\n');
  expect(rows[0]?.period).toEqual({
    text: '2024/25',
    kind: 'crop_year',
    start: 1722470400000,
    end: 1754006400000,
  });
});

test('parseTable refuses what is not a period', async () => {
  expect(await faults(trade, 'period,partner,value\n2024-13,China,1\n')).toEqual([
    'trade.csv: row 2, period: not a period: "2024-13"',
  ]);
});

test('parseTable gives a row without a period null, where none is required', async () => {
  const period = { name: 'period', type: 'string', role: 'period' } as const;
  const prices = resourceOf('prices', [columns.partner, period, columns.periodType], ['partner']);
  const { rows } = await parseTableText(prices, 'partner,period,period_type\nChina,,\n');
  expect(rows[0]?.period).toBe(null);
});

test('parseTable refuses a period_type that is not the kind of its period', async () => {
  const typed = resourceOf('typed', [columns.period, columns.periodType], ['period']);
  const text = 'period,period_type\n2024,calendar_year\n2024/25,calendar_year\n2024-06,\n';
  expect(await faults(typed, text)).toEqual([
    'typed.csv: row 3, period_type: "2024/25" is a crop_year, not "calendar_year"',
    'typed.csv: row 4, period_type: "2024-06" is a month, not null',
  ]);
});

const sourced = resourceOf('sourced', [columns.period, columns.source], ['period']);

test('parseTable refuses a source that is not among the known', async () => {
  const text = 'period,source_id\n2023,trade-a\n2024,trade-b\n';
  expect(await faults(sourced, text, new Set(['trade-a']))).toEqual([
    'sourced.csv: row 3, source_id: unknown source: "trade-b"',
  ]);
});

test('parseTable takes any source when none are given', async () => {
  const { rows } = await parseTableText(sourced, 'period,source_id\n2023,trade-a\n');
  expect(rows[0]?.cells).toEqual({ period: '2023', source_id: 'trade-a' });
});

test('parseTable refuses a second row with the same key', async () => {
  const text =
    'period,partner,value\n2024,China,1\n2024,Japan,2\n2024,Hong Kong,3\n2024,Hong Kong,4\n';
  expect(await faults(trade, text)).toEqual([
    'trade.csv: row 5: same key as row 4: "2024~Hong_Kong"',
  ]);
});

test('parseTable refuses a primary key that names no field', async () => {
  const odd = resourceOf('odd', [columns.period], ['perod']);
  await expect(parseTableText(odd, 'period\n2024\n')).rejects.toThrow(
    'primary key names no field: "perod"',
  );
});

const keyOf = async (partner: string) => {
  const cell = `"${partner.replaceAll('"', '""')}"`;
  return (await parseTableText(trade, `period,partner,value\n2024,${cell},1\n`)).rows[0]?.key;
};

const keys: [text: string, key: string][] = [
  ['China', '2024~China'],
  ['Hong Kong', '2024~Hong_Kong'],
  ['Hong_Kong', '2024~Hong*5FKong'],
  ['Hong~Kong', '2024~Hong*7EKong'],
  ['Hong%20Kong', '2024~Hong*2520Kong'],
  ['a*5Fb', '2024~a*2A5Fb'],
  ['Atto 3 (Yuan Plus), 1.5', '2024~Atto_3_(Yuan_Plus),_1.5'],
  ['2024/25', '2024~2024/25'],
  ['seed+oil', '2024~seed+oil'],
  ['Québec', '2024~Qu*C3*A9bec'],
  ['😀', '2024~*F0*9F*98*80'],
  ['a"b#c?d\ne', '2024~a*22b*23c*3Fd*0Ae'],
];

for (const [text, key] of keys) {
  test(`parseTable makes ${JSON.stringify(text)} of a key ${key}`, async () => {
    expect(await keyOf(text)).toBe(key);
  });
}

test('parseTable gives keys that a fragment carries unchanged', async () => {
  const key = (await keyOf('a"b%#<é~_ *')) ?? '';
  expect(new URL(`https://claimline.test/#${key}`).hash).toBe(`#${key}`);
  expect(decodeURIComponent(key)).toBe(key);
});

test('parseTable gives different rows different keys', async () => {
  const signs = ['a', '_', ' ', '~', '*', '%', '5', 'F', '2', 'A', 'é', '', '\n'];
  const pairs = signs.flatMap((first) => signs.map((second) => first + second));
  const texts = [...new Set(pairs)];
  const two = [columns.partner, columns.note].map((column) => ({ ...column, constraints: {} }));
  const lines = texts.flatMap((first) => texts.map((second) => `"x${first}","x${second}"`));
  const csv = `partner,note\n${lines.join('\n')}\n`;
  const { rows } = await parseTableText(resourceOf('pairs', two, ['partner', 'note']), csv);
  expect(rows).toHaveLength(texts.length * texts.length);
  expect(new Set(rows.map((row) => row.key)).size).toBe(texts.length * texts.length);
});
