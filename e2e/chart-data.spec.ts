import { type APIRequestContext, expect, test } from '@playwright/test';
import { type CsvRow, claims, parseCsv } from './data';
import { chartTable, drawing, numberOf } from './drawings';
import { read } from './html';

/** The pictures against the tables beside them, and the tables against the files that anyone can load. */

const day = (text: string) => Date.parse(`${text} UTC`);

/** How far the worst place is, in pixels, from the straight line through the outermost two. */
function worstMiss(pairs: [value: number, pixel: number][]): number {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (!low || !high || low[0] === high[0]) return 0;
  const slope = (high[1] - low[1]) / (high[0] - low[0]);
  return Math.max(
    ...pairs.map(([value, pixel]) => Math.abs(low[1] + slope * (value - low[0]) - pixel)),
  );
}

const withoutRepeats = (list: number[]) =>
  list.filter((one, at) => at === 0 || one !== list[at - 1]);

for (const claim of claims)
  test(`${claim.id}: every mark stands where its number in the table says`, async ({ request }) => {
    const page = await read(request, `/claims/${claim.id}`);
    expect(page.querySelectorAll('figure.chart').length).toBe(claim.charts.length);
    for (const chart of claim.charts) {
      const table = chartTable(page, `${claim.id}-${chart.id}`);
      for (const size of ['wide', 'narrow'] as const) {
        const { marks, ticks } = drawing(page, `${claim.id}-${chart.id}`, size);
        expect(marks.length, `${chart.id}, ${size}`).toBeGreaterThan(0);
        const scale = (wanted: 'x' | 'y') =>
          ticks.flatMap(({ axis, text, at }): [number, number][] =>
            axis === wanted && !Number.isNaN(numberOf(text)) ? [[numberOf(text), at]] : [],
          );
        if (chart.layout === 'by-row') {
          const numbers = table.rows.filter((row) => row.cells[0] !== 'no figure');
          // A row from one value to another has a mark for each, and a line between them.
          const ends = marks.filter(({ id }) => !id.endsWith(':range'));
          expect(ends.map((mark) => mark.title)).toEqual(
            numbers.map((row) => `${row.name}: ${row.cells[0]}`),
          );
          const values = numbers.map(({ cells: [text = ''] }) => {
            const [first = ''] = text.split(' – ');
            return chart.axis.time ? day(first) : numberOf(first);
          });
          const pairs = ends.map((mark, at): [number, number] => [values[at] ?? 0, mark.right]);
          if (!chart.axis.time) pairs.push(...scale('x'));
          // The text beside a bar has one decimal or none, the bar all of them.
          expect(worstMiss(pairs), `${chart.id}, ${size}`).toBeLessThan(1.5);
          continue;
        }
        for (const [column, series] of (chart.series ?? []).entries()) {
          expect(table.columns[column]).toBe(series.label);
          const oldestFirst = [...table.rows].reverse();
          const own = marks.filter((mark) => mark.id.startsWith(`${series.id}:`));
          expect(own.length, series.label).toBeGreaterThan(0);
          const values = oldestFirst.flatMap(({ cells }) => numberOf(cells[column] ?? '') ?? []);
          const shown = values.filter((value) => !Number.isNaN(value));
          expect(shown.length, series.label).toBeGreaterThan(0);

          const line = own.find((mark) => mark.id === `${series.id}:line`);
          if (series.mark !== 'points') expect(line, series.label).toBeDefined();
          if (line) {
            const step = series.mark === 'step';
            const heights = step ? withoutRepeats(line.heights) : line.heights;
            const wanted = step ? withoutRepeats(shown) : shown;
            expect(heights.length, series.label).toBe(wanted.length);
            const pairs = wanted.map((value, at): [number, number] => [value, heights[at] ?? 0]);
            expect(scale('y').length).toBeGreaterThan(1);
            expect(worstMiss([...pairs, ...scale('y')]), series.label).toBeLessThan(0.1);
          }
          const dots = own.filter((mark) => mark.title !== '');
          if (series.mark === 'points') expect(dots.length).toBe(shown.length);
          for (const { title, middle } of dots) {
            const [, when = '', text = ''] = /^(.*): (.*)$/.exec(title) ?? [];
            // Between the series and the period may stand what tells a mark from its neighbours, a car's trim.
            const cells = table.rows
              .filter(({ name }) => when.startsWith(series.label) && when.endsWith(`, ${name}`))
              .map((row) => numberOf(row.cells[column] ?? ''));
            const rounding = numberOf(text) >= 1000 ? 0.551 : 0.0511;
            const near = cells.filter((value) => Math.abs(value - numberOf(text)) < rounding);
            expect(near.length, title).toBeGreaterThan(0);
            if (middle === null) continue;
            // Two sources may print nearly the same figure: the dot stands at one of them.
            const misses = near.map((value) => worstMiss([[value, middle], ...scale('y')]));
            expect(Math.min(...misses), title).toBeLessThan(0.1);
          }
        }
      }
    }
  });

async function loaded(request: APIRequestContext, table: string): Promise<CsvRow[]> {
  const response = await request.get(`/tables/${table}.csv`);
  expect(response.status()).toBe(200);
  return parseCsv(await response.text()).rows;
}

const sum = (rows: CsvRow[], column: string) =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

/** A figure as the table prints it: three decimals, from a thousand on one. */
function expectFigure(text: string | undefined, value: number, what: string) {
  const rounding = Math.abs(value) >= 1000 ? 0.0501 : 0.000501;
  expect(Math.abs(numberOf(text ?? '') - value), what).toBeLessThan(rounding);
}

test('canola seed by crop year is the sum of its months from August to July', async ({
  request,
}) => {
  const rows = await loaded(request, 'canola-seed-exports-monthly');
  const page = await read(request, '/claims/largest-canola-buyer');
  const table = chartTable(page, 'largest-canola-buyer-monthly');
  expect(table.columns).toEqual(['China', 'Japan', 'Mexico']);
  const first = Number(/\d{4}/.exec(table.rows[0]?.name ?? '')?.[0]);
  for (const [index, { name, cells }] of table.rows.entries()) {
    const year = first - index;
    expect(name).toBe(`crop year ${year}/${String(year + 1).slice(2)}`);
    for (const [column, destination] of table.columns.entries()) {
      const months = rows.filter(
        (row) =>
          row.destination === destination &&
          (row.elevator === 'terminal' || row.elevator === 'primary') &&
          (row.period ?? '') >= `${year}-08` &&
          (row.period ?? '') <= `${year + 1}-07`,
      );
      expectFigure(cells[column], sum(months, 'thousand_tonnes'), `${destination}, ${name}`);
    }
  }
});

test('exports to China by year are the sums of their months', async ({ request }) => {
  const rows = await loaded(request, 'trade-by-partner');
  const page = await read(request, '/claims/lose-china-market');
  const table = chartTable(page, 'lose-china-market-exports');
  expect(table.rows.length).toBeGreaterThan(20);
  for (const { name, cells } of table.rows) {
    const months = rows.filter(
      (row) =>
        row.partner === 'China' &&
        row.flow === 'exports' &&
        row.basis === 'customs' &&
        row.period?.startsWith(`${name}-`),
    );
    expect(months, name).toHaveLength(12);
    expectFigure(cells[0], sum(months, 'value_cad_millions') / 1000, name);
  }
});

test('shares of exports are quotients of sums', async ({ request }) => {
  const rows = await loaded(request, 'trade-by-partner');
  const exports = (partner: string, from: string, to: string) =>
    sum(
      rows.filter(
        (row) =>
          row.partner === partner &&
          row.flow === 'exports' &&
          row.basis === 'customs' &&
          (row.period ?? '') >= from &&
          (row.period ?? '') <= to,
      ),
      'value_cad_millions',
    );
  const page = await read(request, '/claims/us-dependence');
  const table = chartTable(page, 'us-dependence-share');
  const share = (partner: string, from: string, to: string) =>
    (exports(partner, from, to) / exports('All countries', from, to)) * 100;
  const years = table.rows.filter(({ name }) => /^\d{4}$/.test(name));
  expect(years.length).toBeGreaterThan(20);
  for (const { name, cells } of years) {
    expectFigure(cells[0], share('United States', `${name}-01`, `${name}-12`), name);
    expectFigure(cells[1], share('China', `${name}-01`, `${name}-12`), name);
  }
  for (const { name, cells } of table.rows) {
    const year = /^January to June (\d{4})$/.exec(name)?.[1];
    if (year) expectFigure(cells[2], share('United States', `${year}-01`, `${year}-06`), name);
  }
});

test('partners stand by exports and imports of 2024 together, largest first', async ({
  request,
}) => {
  const rows = await loaded(request, 'trade-by-partner');
  const totals = new Map<string, number>();
  for (const row of rows)
    if (
      row.basis === 'customs' &&
      row.period?.startsWith('2024-') &&
      row.partner !== 'All countries'
    )
      totals.set(
        row.partner ?? '',
        (totals.get(row.partner ?? '') ?? 0) + Number(row.value_cad_millions) / 1000,
      );
  const wanted = [...totals].sort((a, b) => b[1] - a[1]);
  const page = await read(request, '/claims/second-partner');
  const table = chartTable(page, 'second-partner-partners');
  expect(table.rows.map(({ name }) => name)).toEqual(wanted.map(([name]) => name));
  for (const [index, [name, total]] of wanted.entries())
    expect(numberOf(table.rows[index]?.cells[0] ?? ''), name).toBeCloseTo(total, 0);
});

test('dates of relations are those of the table, earliest first', async ({ request }) => {
  const rows = await loaded(request, 'diplomatic-relations');
  const western = rows.filter((row) => row.west === 'yes');
  western.sort((a, b) => (a.period ?? '').localeCompare(b.period ?? ''));
  const page = await read(request, '/claims/early-relations');
  const table = chartTable(page, 'early-relations-dates');
  expect(table.rows.map(({ name }) => name)).toEqual(western.map((row) => row.country));
  for (const [index, row] of western.entries())
    expect(day(table.rows[index]?.cells[0] ?? ''), row.country).toBe(Date.parse(row.period ?? ''));
});
