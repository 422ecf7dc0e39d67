import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { formatRecord } from '@/lib/table/csv-records';
import { columns, resourceOf, trade } from '@/lib/table/fixture';
import { parseTableText } from '@/lib/table/table';
import { merged } from './merge-fixture';

const header = 'period,partner,value\n';
const table = `${header}2024,China,5\n2024,Japan,7\n2025,China,6\n2025,Japan,8\n`;

const counts = ({ merge }: Awaited<ReturnType<typeof merged>>) =>
  merge.files.map(({ read, added, unchanged, revised, refused, repeated }) => ({
    ...{ read, added, unchanged, revised, refused, repeated },
  }));

test('a file that says what the table says changes nothing', async () => {
  const same = await merged(trade, table, [table]);
  expect(same.text).toBe(table);
  expect(counts(same)).toEqual([
    { read: 4, added: 0, unchanged: 4, revised: 0, refused: 0, repeated: 0 },
  ]);
  expect([same.changes, same.gone, same.apart]).toEqual([[], [], []]);
});

test('a new row stands before the first row of a later period', async () => {
  const { text, changes } = await merged(trade, table, [
    `${header}2025,Mexico,2\n2024,Mexico,1\n2023,Mexico,0\n`,
  ]);
  expect(text).toBe(
    `${header}2023,Mexico,0\n2024,China,5\n2024,Japan,7\n2024,Mexico,1\n2025,China,6\n2025,Japan,8\n2025,Mexico,2\n`,
  );
  expect(changes).toEqual([
    { change: 'added', row: 2, rows: 1 },
    { change: 'added', row: 5, rows: 1 },
    { change: 'added', row: 8, rows: 1 },
  ]);
});

test('a revised row keeps its place, and its cells their old text', async () => {
  const { text, changes } = await merged(trade, table, [`${header}2024,Japan,7.50\n`]);
  expect(text).toBe(table.replace('Japan,7', 'Japan,7.50'));
  expect(changes).toEqual([
    { change: 'revised', row: 3, key: '2024~Japan', column: 'value', before: '7', after: '7.50' },
  ]);
});

test('a row is gone where the file has its series and reaches over its period', async () => {
  const three = `${header}2023,China,4\n2024,China,5\n2025,China,6\n2026,China,9\n`;
  const { gone, text } = await merged(trade, three, [`${header}2023,China,4\n2025,China,6\n`]);
  expect(gone).toEqual(['2024~China']);
  expect(text).toBe(`${header}2023,China,4\n2025,China,6\n2026,China,9\n`);
});

test('a file of one partner and one year says nothing of the others', async () => {
  const { gone, apart, text } = await merged(trade, table, [`${header}2025,China,6\n`]);
  expect([gone, text]).toEqual([[], table]);
  expect(apart).toEqual(['2024~China', '2024~Japan', '2025~Japan']);
});

test('the span of a file is that of all its series together', async () => {
  const { gone } = await merged(trade, table, [`${header}2024,China,5\n2025,Japan,8\n`]);
  expect(gone).toEqual(['2024~Japan', '2025~China']);
});

test('two files each speak of their own', async () => {
  const both = await merged(trade, table, [`${header}2024,China,5\n`, `${header}2025,Japan,8\n`]);
  expect(both.gone).toEqual([]);
});

test('a row that cannot be read is refused with row and column, and does not go', async () => {
  const { refused, text, gone } = await merged(trade, table, [
    `${header}2024,China,"1,234"\n2024-13,Japan,1\n2025,China\n2025,"Ja"pan,1\n`,
  ]);
  expect(refused.map(({ row, column, message }) => [row, column, message])).toEqual([
    [2, 'value', 'not a number: "1,234"'],
    [3, 'period', 'not a period: "2024-13"'],
    [4, null, 'expected 3 cells, found 2'],
    [5, null, 'a quote that neither opens nor closes a cell and is not doubled'],
  ]);
  expect([text, gone]).toEqual([table, []]);
});

test('a blank line and a header that comes again are no rows, and those after keep their number', async () => {
  const file = `${header}2024,China,5\n\n${header}2026,Japan,1\n2026,China,x\n\n`;
  const { text, refused, ...rest } = await merged(trade, table, [file], { takeOut: false });
  expect(text).toBe(`${table}2026,Japan,1\n`);
  expect(counts({ text, refused, ...rest })).toEqual([
    { read: 3, added: 1, unchanged: 1, revised: 0, refused: 1, repeated: 0 },
  ]);
  expect(refused.map(({ row }) => row)).toEqual([6]);
});

test('a cell of megabytes is refused in a short message', async () => {
  const long = 'x'.repeat(5_000_000);
  const rows = [`2024,China,${long}`, `${long},China,1`, `2024,"\uFFFD${long}",1`];
  const file = `${header}${rows.join('\n')}\n`;
  const { refused } = await merged(trade, table, [file], { size: 65_536 });
  expect(refused.map(({ row }) => row)).toEqual([2, 3, 4]);
  for (const { message } of refused) expect(message.length).toBeLessThan(300);
});

test('a key that comes twice is refused where the rows differ, counted where they do not', async () => {
  const twice = await merged(trade, table, [
    `${header}2024,China,5\n2024,China,5\n2026,China,1\n2026,China,1\n2026,China,2\n2024,Japan,9\n2024,Japan,7\n`,
  ]);
  expect(counts(twice)).toEqual([
    { read: 7, added: 1, unchanged: 1, revised: 1, refused: 2, repeated: 2 },
  ]);
  expect(twice.refused.map(({ row }) => row)).toEqual([6, 8]);
});

const sourced = resourceOf('sourced', [columns.period, columns.value, columns.source], ['period']);

test('a row that differs by its source alone is confirmed, not revised, where the file gives no source', async () => {
  const old = 'period,value,source_id\n2024,5,old\n2025,6,old\n';
  const file = 'period,value,source_id\n2024,5,new\n2025,7,new\n';
  const kept = await merged(sourced, old, [file], { keepSource: true });
  expect(kept.text).toBe('period,value,source_id\n2024,5,old\n2025,7,new\n');
  const taken = await merged(sourced, old, [file]);
  expect(taken.text).toBe(file);
});

test('a publisher who writes a number otherwise has revised nothing', async () => {
  const old = 'period,value,source_id\n2024,5.0,old\n2025,6,old\n2026,,old\n';
  const file = 'period,value,source_id\n2024,5,new\n2025,6.00,new\n2026,0,new\n';
  const kept = await merged(sourced, old, [file], { keepSource: true });
  expect(kept.text).toBe(old.replace('2026,,old', '2026,0,new'));
  expect(counts(kept)[0]).toMatchObject({ revised: 1, unchanged: 2 });
});

test('a table with quotes where none are needed is not rewritten', async () => {
  const quoted = `${header}2024,"China",5\n`;
  await expect(merged(trade, quoted, [`${header}2024,China,6\n`])).rejects.toThrow(
    'tables/trade.csv: row 2: quotes where none are needed',
  );
});

test('a table under another header is not rewritten', async () => {
  await expect(merged(trade, 'period,value\n2024,5\n', [table])).rejects.toThrow(
    'tables/trade.csv: partner: missing column',
  );
});

/** Rows with keys that come again, letters of several bytes, and cells that need quotes. */
const row = fc.tuple(
  fc.constantFrom('2023', '2024-06', '2024', '2025', '..2024'),
  fc.constantFrom('China', 'Côte d’Ivoire', 'a "b", c', 'two\nlines', '日本'),
  fc.constantFrom('', '1', '1.0', '22.25', '-3'),
);
const keyOf = ([period, partner]: string[]) => `${period}|${partner}`;
const rowsOf = fc.uniqueArray(row, { selector: keyOf, minLength: 1, maxLength: 20 });
const csv = (rows: string[][]) =>
  [['period', 'partner', 'value'], ...rows].map(formatRecord).join('');

test('any table and any file give each key the file’s row, or else the table’s, cut anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf, rowsOf, fc.integer({ min: 1, max: 90 }), async (old, file, size) => {
      const { text, merge } = await merged(trade, csv(old), [csv(file)], { size, takeOut: false });
      const expected = new Map([...old, ...file].map((one) => [keyOf(one), formatRecord(one)]));
      const found = text.slice(header.length);
      assert.equal(found.length, [...expected.values()].join('').length);
      for (const line of expected.values()) assert.ok(found.includes(line), `lost: ${line}`);
      const before = new Map(old.map((one) => [keyOf(one), one[2]]));
      const expectedCounts = {
        added: file.filter((one) => !before.has(keyOf(one))).length,
        unchanged: file.filter((one) => before.get(keyOf(one)) === one[2]).length,
      };
      expect(merge.files[0]).toMatchObject(expectedCounts);
    }),
  );
});

/** What each row of the files is by a plain reading of the rules. */
function countedOneByOne(old: string[][], files: string[][][]) {
  const known = new Map(old.map((one) => [keyOf(one), { value: one[2], is: 'unseen' }]));
  return files.map((file) => {
    const count = { added: 0, unchanged: 0, revised: 0, repeated: 0, refused: 0 };
    for (const one of file) {
      const before = known.get(keyOf(one));
      const same = before?.value === one[2];
      if (!before) known.set(keyOf(one), { value: one[2], is: 'seen' });
      if (!before) count.added += 1;
      else if (before.is !== 'unseen')
        count[same && before.is === 'seen' ? 'repeated' : 'refused'] += 1;
      else {
        count[same ? 'unchanged' : 'revised'] += 1;
        before.is = same ? 'seen' : 'revised';
      }
    }
    return count;
  });
}

test('rows in any order, and again in the same file or the next, are each counted as what they are', async () => {
  const later = fc.tuple(
    fc.constantFrom('2024', '2025', '2026', '2026-01', '2027'),
    fc.constantFrom('China', 'Japan', 'Mexico'),
    fc.constantFrom('1', '2'),
  );
  const file = fc.array(later, { minLength: 1, maxLength: 30 });
  const inOrder = file.map((rows) => rows.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  const files = fc.tuple(fc.oneof(inOrder, file), fc.oneof(inOrder, file));
  const table = fc.uniqueArray(row, { selector: keyOf, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(table, files, async (old, both) => {
      const { merge } = await merged(trade, csv(old), both.map(csv), { size: 40 });
      const [first, second] = countedOneByOne(old, both);
      expect(merge.files[0]).toMatchObject(first ?? {});
      expect(merge.files[1]).toMatchObject(second ?? {});
    }),
  );
});

/** A release of the table: rows as they were, one left out, revised, repeated, or new before it. */
function released(old: string[][], edits: number[]): string[][] {
  return old.flatMap((one, at) => {
    const [period = '', partner = ''] = one;
    const edit = edits[at % edits.length];
    if (edit === 6) return [];
    if (edit === 7) return [[period, partner, '77']];
    if (edit === 8) return [one, one];
    return edit === 9 ? [['2022', `New ${at}`, '1'], one] : [one];
  });
}

test('a release that repeats the table in part is counted row by row, cut anywhere', async () => {
  const edits = fc.array(fc.nat(9), { minLength: 1, maxLength: 20 });
  const size = fc.integer({ min: 1, max: 300 });
  await fc.assert(
    fc.asyncProperty(rowsOf, edits, edits, size, async (old, first, second, cut) => {
      const files = [released(old, first), released(old, second)];
      const { merge, text } = await merged(trade, csv(old), files.map(csv), { size: cut });
      const expected = countedOneByOne(old, files);
      expect(merge.files.map(({ read }) => read)).toEqual(files.map((rows) => rows.length));
      for (const [at, counts] of expected.entries()) expect(merge.files[at]).toMatchObject(counts);
      const revised = expected.reduce((sum, counts) => sum + counts.revised, 0);
      expect(text.split(',77\n').length - 1).toBe(revised);
    }),
  );
});

test('a line in a cell is no row of the table, however alike', async () => {
  const file = `${header}2023,"two\n2024,China,5\nlines",1\n`;
  for (let size = 1; size < file.length; size += 1) {
    const { merge } = await merged(trade, table, [file], { size });
    expect(merge.files[0]).toMatchObject({ read: 1, added: 1, unchanged: 0 });
  }
});

test('a row that is refused after many that the table has is told by its own number', async () => {
  const { refused, merge } = await merged(trade, table, [`${table}2026,China,x\n`], { size: 40 });
  expect(refused.map(({ row }) => row)).toEqual([6]);
  expect(merge.files[0]).toMatchObject({ read: 5, unchanged: 4, refused: 1 });
});

/** The rows of a file by their keys. */
async function rowsIn(text: string): Promise<Map<string, string[]>> {
  const { rows } = await parseTableText(trade, text);
  return new Map(rows.map(({ key, raw }) => [key, raw]));
}

test('changes tell each cell that differs and each row that came or went', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf, rowsOf, fc.boolean(), async (old, file, takeOut) => {
      const { text, changes } = await merged(trade, csv(old), [csv(file)], { size: 31, takeOut });
      const [was, is] = [await rowsIn(csv(old)), await rowsIn(text)];
      const told = (kind: string) => changes.filter(({ change }) => change === kind);
      const revised = [...is].flatMap(([key, [, , after]]) => {
        const before = was.get(key)?.[2];
        return before === undefined || before === after ? [] : [[key, before, after]];
      });
      expect(told('revised').map(({ key, before, after }) => [key, before, after])).toEqual(
        revised,
      );
      const gone = [...was].filter(([key]) => !is.has(key)).flatMap(([, raw]) => raw);
      expect(told('gone').map(({ before }) => before)).toEqual(gone);
      const added = told('added').reduce((sum, { rows = 1 }) => sum + rows, 0);
      expect(added).toBe([...is.keys()].filter((key) => !was.has(key)).length);
    }),
  );
});

test('a file with each series in turn, or in no order, does what one in the order of the table does', async () => {
  const partners = ['China', 'Japan', 'Mexico'];
  const years = Array.from({ length: 12 }, (_, at) => 2000 + at);
  const row = (year: number, partner: string, value = year) => `${year},${partner},${value}\n`;
  const old = years.slice(0, 9).flatMap((year) => partners.map((one) => row(year, one)));
  const release = years.flatMap((year) =>
    partners.map((one) => row(year, one, year % 4 === 0 ? 1 : year)),
  );
  const inTurn = partners.flatMap((_, at) => release.filter((__, place) => place % 3 === at));
  const scattered = release.map((_, at) => release[(at * 7) % release.length] as string);
  const results = [];
  for (const lines of [release, inTurn, scattered]) {
    const done = await merged(trade, header + old.join(''), [header + lines.join('')]);
    const rows = done.text.trimEnd().split('\n').slice(1).sort();
    results.push({ rows, counts: counts(done) });
  }
  const [inOrder, ...others] = results;
  expect(inOrder?.rows).toEqual(release.map((line) => line.trimEnd()).sort());
  for (const other of others) expect(other).toEqual(inOrder);
});
