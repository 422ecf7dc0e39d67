import type { Mapping } from '@/lib/import/mapping';

/** A table's own form, as every file here but the one with years across. */
const HEADER = 'period,partner,flow,basis,value_cad_millions,source_id\n';

const ROWS = 2_000_000;

/** What a table has before a release: all but the release's last 20,000 rows, or next to nothing. */
export const LARGE = ROWS - 20_000;

/** A release has so many series; one row in a hundred of it is revised. */
const SERIES = 2400;

/** Years across: 10,000 records of 200 figures. */
const YEARS = 200;

const seriesOf = (series: number): string => {
  const partner = `Trading partner no. ${String(Math.floor(series / 2)).padStart(4, '0')}`;
  return `${partner},${series % 2 === 0 ? 'exports' : 'imports'}`;
};

const monthOf = (month: number): string =>
  `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

const figure = (row: number): number => ((row * 7919) % 100_000) / 10;

function line(row: number, revised: boolean): string {
  const value = figure(row) + (revised && row % 100 === 0 ? 1 : 0);
  const period = monthOf(Math.floor(row / SERIES));
  return `${period},${seriesOf(row % SERIES)},customs,${value.toFixed(1)},bench\n`;
}

function* byPeriod(rows: number, revised: boolean): Generator<string> {
  yield HEADER;
  for (let row = 0; row < rows; row += 1) yield line(row, revised);
}

/** The same rows, each series from its first period to its last. */
function* bySeries(): Generator<string> {
  yield HEADER;
  for (let series = 0; series < SERIES; series += 1)
    for (let row = series; row < ROWS; row += SERIES) yield line(row, true);
}

/** The same rows in no order, the same each time. */
function* shuffled(): Generator<string> {
  yield HEADER;
  const order = Uint32Array.from({ length: ROWS }, (_, row) => row);
  let random = 1;
  for (let at = ROWS - 1; at > 0; at -= 1) {
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((random / 2 ** 32) * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  for (const row of order) yield line(row, true);
}

function* fewPeriods(periods: number): Generator<string> {
  yield HEADER;
  for (let row = 0; row < ROWS; row += 1) {
    const year = 2000 + (row % periods);
    const series = seriesOf(Math.floor(row / periods));
    yield `${year},${series},customs,${figure(row).toFixed(1)},bench\n`;
  }
}

function* allRefused(): Generator<string> {
  yield HEADER;
  for (let row = 0; row < ROWS; row += 1) yield line(row, false).replace(',bench', '?,bench');
}

function* yearsAcross(suffix: string): Generator<string> {
  const years = Array.from({ length: YEARS }, (_, at) => 1800 + at);
  yield `partner,flow,${years.join()}\n`;
  for (let series = 0; series * YEARS < ROWS; series += 1) {
    const figures = years.map((_, at) => `${figure(series * YEARS + at).toFixed(1)}${suffix}`);
    yield `${seriesOf(series)},${figures.join()}\n`;
  }
}

const across: Mapping = {
  as: 'generic',
  read: {
    across: { measure: 'value' },
    dimensions: ['partner', 'flow'],
    unit: { is: 'CAD' },
    factor: { is: 1_000_000 },
  },
  columns: {
    period: { period: true },
    partner: { from: 'partner' },
    flow: { from: 'flow' },
    basis: { is: 'customs' },
    value_cad_millions: { value: true },
    source_id: { is: 'bench' },
  },
};

export type Shape = {
  lines: () => Iterable<string>;
  mapping?: Mapping;
  /** What is done with it: into a table of so many rows, or only checked against one. */
  runs: { name: string; rows: number; dry?: boolean }[];
};

/** The release that the speed is promised for, and what could be worse. */
export const shapes: Record<string, Shape> = {
  release: {
    lines: () => byPeriod(ROWS, true),
    runs: [
      { name: `checked against ${LARGE} rows`, rows: LARGE, dry: true },
      { name: 'checked against 1 row', rows: 1, dry: true },
      { name: `merged into ${LARGE} rows`, rows: LARGE },
      { name: 'merged into 1 row', rows: 1 },
    ],
  },
  'by series': {
    lines: bySeries,
    runs: [
      { name: `series by series, merged into ${LARGE} rows`, rows: LARGE },
      { name: 'series by series, merged into 1 row', rows: 1 },
    ],
  },
  shuffled: {
    lines: shuffled,
    runs: [
      { name: `in no order, merged into ${LARGE} rows`, rows: LARGE },
      { name: 'in no order, merged into 1 row', rows: 1 },
    ],
  },
  'years across': {
    lines: () => yearsAcross(''),
    mapping: across,
    runs: [{ name: 'years across, merged into 1 row', rows: 1 }],
  },
  '100,000 series': {
    lines: () => fewPeriods(20),
    runs: [{ name: '100,000 series, merged into 1 row', rows: 1 }],
  },
  '1,000,000 series': {
    lines: () => fewPeriods(2),
    runs: [{ name: '1,000,000 series, merged into 1 row', rows: 1 }],
  },
  refused: {
    lines: allRefused,
    runs: [{ name: 'every row refused', rows: 1 }],
  },
  'years across, refused': {
    lines: () => yearsAcross('?'),
    mapping: across,
    runs: [{ name: 'years across, every figure refused', rows: 1 }],
  },
};

/** The table's file as it was before the release. */
export const tableLines = (rows: number): Iterable<string> => byPeriod(rows, false);
