import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { refusalOf } from '@/lib/view/comparable';
import type { Figure } from './figure';
import { imported } from './fixture';
import { tidyCsv } from './own-csv';
import { OwnFigures, type OwnLine } from './own-figures';
import { factsOf, labeller, ownSeries } from './own-series';

type Given = { partner?: string; measure?: string; unit?: string | null; factor?: number };

const series = ({ partner = 'China', measure = 'value', unit = 't', factor = 1 }: Given = {}) => ({
  dimensions: { partner },
  measure,
  unit,
  factor,
});

const figure = (
  line: number,
  period: string,
  value: number | null,
  of: Figure['series'] = series(),
): Figure => ({ line, period, series: of, value, status: value === null ? '..' : null, raw: '' });

function linesOf(figures: Figure[]): OwnLine[] {
  const own = new OwnFigures();
  own.take(0, figures);
  return own.end();
}

const drawn = (figures: Figure[]) => {
  const lines = linesOf(figures);
  const label = labeller(lines, ['a.csv']);
  return lines.map((line) => ownSeries(line, label(line), 'a.csv'));
};

test('OwnFigures puts figures in order of time and tells a period that comes twice', () => {
  const own = new OwnFigures();
  own.take(0, [figure(2, '2020', 5), figure(3, '2019', 4), figure(4, '2020', 6)]);
  const [line] = own.end();
  expect(line?.figures.map(({ period, value }) => [period.text, value])).toEqual([
    ['2019', 4],
    ['2020', 5],
  ]);
  expect(own.left).toEqual({ beyond: 0, repeated: [{ line: 4, first: 2 }], count: 1 });
});

test('OwnFigures never puts years and months in one series', () => {
  expect(linesOf([figure(2, '2019', 1), figure(3, '2019-01', 2)])).toHaveLength(2);
});

test('ownSeries leaves an absent period empty, and a weekend of daily figures joined', () => {
  const [years] = drawn([figure(2, '2018', 1), figure(3, '2021', 2)]);
  expect(years?.observations.map(({ period, value }) => [period.text, value])).toEqual([
    ['2018', 1],
    ['2019..2020', null],
    ['2021', 2],
  ]);
  const [days] = drawn([figure(2, '2024-01-05', 1), figure(3, '2024-01-08', 2)]);
  expect(days?.observations).toHaveLength(2);
});

test('a series says the unit with the scale of its file', () => {
  const units = [1, 1000, 1_000_000, 500].map((factor) => {
    const [line] = linesOf([figure(2, '2019', 1, series({ unit: 'Dollars', factor }))]);
    return line && factsOf(line, '').unit;
  });
  expect(units).toEqual(['Dollars', 'thousand Dollars', 'million Dollars', '500 × Dollars']);
});

test('columns without a stated unit may not share an axis, one column’s series may', () => {
  const apart = drawn([
    figure(2, '2019', 1, series({ measure: 'GDP', unit: null })),
    figure(2, '2019', 1, series({ measure: 'UNRATE', unit: null })),
  ]);
  expect(refusalOf(apart, false)?.reason).toBe('unit');
  expect(apart.map(({ label }) => label)).toEqual(['GDP', 'UNRATE']);
  const alike = drawn([
    figure(2, '2019', 1, series({ partner: 'China', unit: null })),
    figure(3, '2019', 1, series({ partner: 'Japan', unit: null })),
  ]);
  expect(refusalOf(alike, false)).toBeNull();
  expect(alike.map(({ label }) => label)).toEqual(['China', 'Japan']);
});

test('two files count on bases of their own', () => {
  const own = new OwnFigures();
  own.take(0, [figure(2, '2019', 1)]);
  own.take(1, [figure(2, '2019', 2)]);
  const all = own.end().map((line) => ownSeries(line, '', ''));
  expect(refusalOf(all, false)?.reason).toBe('basis');
  expect(refusalOf(all, true)).toBeNull();
});

/** A CSV has one nought. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const text = fc.stringMatching(/^[A-Za-z ,"']{0,12}$/);

test('tidyCsv(lines) imports again to the same figures, whatever they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 1900, max: 2100 }), { minLength: 1, maxLength: 20 }),
      fc.array(fc.option(number), {
        minLength: 20,
        maxLength: 20,
      }),
      text,
      async (years, values, partner) => {
        const of = series({ partner: `p${partner}`, factor: 1000 });
        const lines = linesOf(
          years.map((year, at) => figure(at + 2, String(year), values[at] ?? null, of)),
        );
        const { figures, problems } = await imported([...tidyCsv(lines)].join(''), { as: 'tidy' });
        expect(problems).toEqual([]);
        const [again] = linesOf(figures);
        const plain = (line: OwnLine | undefined) =>
          line?.figures.map(({ period, value, status }) => [period.text, value ?? 'none', status]);
        expect(plain(again)).toEqual(plain(lines[0]));
        expect([again?.unit, again?.factor, again?.dimensions.partner]).toEqual([
          't',
          1000,
          `p${partner}`,
        ]);
      },
    ),
    { numRuns: 60 },
  );
});
