import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { formatRecord } from '@/lib/table/csv-records';
import { ImportError } from './figure';
import { imported, sample } from './fixture';
import { unzip } from './unzip';

/** What comes of an input: the figures and problems, or the ImportError's message. Anything else is thrown. */
async function outcome(bytes: Uint8Array, size?: number) {
  try {
    const { figures, problems, summary } = await imported(bytes, {}, size);
    return { figures, problems, summary };
  } catch (error) {
    if (error instanceof ImportError) return error.message;
    throw error;
  }
}

const samples = [
  ...['statcan-full-en.csv', 'statcan-full-fr.csv', 'comtrade-new.csv', 'comtrade-old.csv'],
  ...['faostat-normalised-en.csv', 'faostat-wide-windows-1252.csv', 'fred-monthly.csv'],
  ...['valet-group.csv', 'owid-year.csv', 'generic-wide-fr.csv'],
].map(sample);

test('any bytes give a result or a clear error', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .string({ unit: fc.constantFrom(...'"",;\t|\r\n\0=-20.4é'), maxLength: 300 })
      .map((text) => new TextEncoder().encode(text)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (input) => void (await outcome(input))),
    { numRuns: 1500 },
  );
});

/** A real file with some bytes changed: most of it still reads. */
const damaged = fc
  .tuple(fc.constantFrom(...samples), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }))
  .map(([bytes, changes]) => {
    const changed = Uint8Array.from(bytes);
    for (const [place, byte] of changes) changed[place % changed.length] = byte;
    return changed;
  });

test('a damaged file gives a result or a clear error, the same in pieces of any size', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, fc.integer({ min: 1, max: 200 }), async (bytes, size) => {
      assert.deepEqual(await outcome(bytes, size), await outcome(bytes));
    }),
    { numRuns: 300 },
  );
});

test('any bytes for an archive give files or a clear error', async () => {
  const bytes = fc
    .uint8Array({ maxLength: 300 })
    .map((tail) => Uint8Array.from([0x50, 0x4b, 3, 4, ...tail]));
  await fc.assert(
    fc.asyncProperty(bytes, async (input) => {
      try {
        for await (const { chunks } of unzip([input])) for await (const _ of chunks);
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
      }
    }),
    { numRuns: 500 },
  );
});

const cell = fc.string({
  unit: fc.constantFrom(...'ab "\'\r\n,;|\té=+-'),
  minLength: 1,
  maxLength: 8,
});
/** Without -0, which String writes as 0. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const row = fc.record(
  {
    period: fc.constantFrom('2024', '2024-06', '2024-06-05', '2024/25', '2024-Q4', '2024-H1'),
    first: cell,
    second: cell,
    value: fc.option(number),
    status: fc.constantFrom('', 'p', 'E', '..'),
  },
  { noNullPrototype: true },
);

test('any table written as our CSV comes back the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
      const records = rows.map(({ period, first, second, value, status }) => [
        ...[period, first, 't', value === null ? '' : String(value), status, second],
      ]);
      const header = ['period', 'first', 'unit', 'value', 'status', 'second'];
      const text = [header, ...records].map(formatRecord).join('');
      const { figures, problems } = await imported(text, { delimiter: ',' }, 50);
      assert.deepEqual(
        problems.filter(({ refused }) => refused),
        [],
      );
      const back = figures.map(({ period, series, value, status }) => ({
        period,
        first: series.dimensions.first,
        second: series.dimensions.second,
        value,
        status: status ?? '',
      }));
      assert.deepEqual(back, rows);
    }),
    { numRuns: 300 },
  );
});

test('10,000 columns are read', async () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
  const wide = `period,${names.join()}\n2024${',1'.repeat(10_000)}\n2025${',2'.repeat(10_000)}\n`;
  const { figures } = await imported(wide, { as: 'generic' }, 65_536);
  expect(figures.length).toBe(20_000);
});

test('10,000 columns of text in many records stay within time and memory', async () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
  const rows = Array.from(
    { length: 100 },
    (_, at) => `2024,${at},${names.map((n) => n + at).join()}\n`,
  );
  const { figures } = await imported(`period,value,${names.join()}\n${rows.join('')}`, {}, 65_536);
  expect(figures.length).toBe(100);
});

test('a cell of 5 MB is read as text, and as no number', async () => {
  const long = 'x'.repeat(5_000_000);
  const { figures, problems } = await imported(
    `period,x,value\n2024,${long},1\n2025,a,${long}\n`,
    {},
    65_536,
  );
  expect(figures[0]?.series.dimensions.x?.length).toBe(5_000_000);
  expect(problems[0]?.message.length).toBeLessThan(100);
});

test('a first cell of 5 MB does not hide the header', async () => {
  const long = `"${'x\n'.repeat(2_500_000)}"\nperiod,x,value\n2024,a,1\n`;
  const { figures } = await imported(long, {}, 65_536);
  expect(figures.length).toBe(1);
});

test('digits without end are no number', async () => {
  const { problems } = await imported(`period,x,value\n2024,a,${'9'.repeat(400)}\n`);
  expect(problems[0]?.message).toMatch(/^not a number: "9+…"$/);
});
