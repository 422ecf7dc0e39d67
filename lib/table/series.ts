import type { Field } from './descriptor';
import { comparePeriods, eachMonth, type Period, type PeriodKind, parsePeriod } from './period';
import { type Tables, unitOf } from './select';
import type { Row, Table } from './table';

/** One figure of a series, null where it is not known; `row` is null where the table says that no row stands for none at all. */
export type Observation = { period: Period; value: number | null; row: Row | null };

/** One measure of a table at fixed dimensions. */
export type Series = {
  id: string;
  table: Table;
  measure: Field;
  unit: string;
  /** What tells it from the table's other series, in words. */
  label: string;
  dimensions: Record<string, string>;
  kind: PeriodKind;
  /** Several sources may print one period, or periods leave holes: marks, never a line. */
  scattered: boolean;
  observations: Observation[];
};

/** An id's parts are joined with `:` and ids with `~`: neither may stand in a part. */
const part = (text: string): string =>
  text.replace(/[*:~]/g, (sign) => `*${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const dimensionsOf = ({ resource }: Table): Field[] =>
  resource.schema.fields.filter(({ role }) => role === 'dimension');

export const dimensionsIn = (table: Table, { cells }: Row): Record<string, string> =>
  Object.fromEntries(dimensionsOf(table).map(({ name }) => [name, String(cells[name] ?? '')]));

function groups(table: Table): Map<string, Row[]> {
  const dimensions = dimensionsOf(table);
  const typed = dimensions.some(({ name }) => name === 'period_type');
  const kinds = new Set(table.rows.map((row) => row.period?.kind));
  const found = new Map<string, Row[]>();
  for (const row of table.rows) {
    if (!row.period) continue;
    const kind = typed || kinds.size === 1 ? '' : `:${row.period.kind}`;
    const key = dimensions.map(({ name }) => part(String(row.cells[name] ?? ''))).join(':') + kind;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

/** The dimensions in which the table's rows differ: the others tell no series from another. */
function telling(table: Table): Field[] {
  return dimensionsOf(table).filter(
    ({ name }) => new Set(table.rows.map((row) => row.cells[name])).size > 1,
  );
}

/** What tells a figure from the table's others of its period, in words. */
export function labelOf(table: Table, dimensions: Record<string, string>, measure: Field): string {
  const measures = table.resource.schema.fields.filter(({ role }) => role === 'measure');
  const parts = telling(table).map(({ name, labels }) => {
    const value = dimensions[name] ?? '';
    return labels?.[value] ?? value;
  });
  const told = measures.length > 1 ? [...parts, measure.title] : parts;
  return told.filter((part) => part !== '').join(' · ') || table.resource.title;
}

/** Months without a row, within the table's months, where its descriptor says that they stand for zero; a row without a figure does not. */
function withZeros(table: Table, rows: Row[], observations: Observation[]): Observation[] {
  if (table.resource.absent !== 'zero') return observations;
  const texts = table.rows.flatMap((row) => (row.period ? [row.period.text] : [])).sort();
  const months = eachMonth(parsePeriod(`${texts[0]}..${texts.at(-1)}`));
  const known = new Map(observations.map((one) => [one.period.text, one]));
  const unknown = new Set(rows.map(({ period }) => period?.text));
  return months.map(
    (period) =>
      known.get(period.text) ?? { period, value: unknown.has(period.text) ? null : 0, row: null },
  );
}

function series(table: Table, key: string, rows: Row[], measure: Field): Series | null {
  const figures = rows.filter((row) => typeof row.cells[measure.name] === 'number');
  const [first] = figures;
  if (!first?.period) return null;
  const dimensions = dimensionsIn(table, first);
  const observations = figures.map((row) => ({
    period: row.period as Period,
    value: row.cells[measure.name] as number,
    row,
  }));
  return {
    id: [table.resource.name, key, measure.name].join(':'),
    table,
    measure,
    unit: unitOf(table, measure.name, first),
    label: labelOf(table, dimensions, measure),
    dimensions,
    kind: first.period.kind,
    scattered:
      table.resource.schema.primaryKey.includes('source_id') ||
      first.period.kind === 'span' ||
      first.period.kind === 'day',
    observations: withZeros(table, rows, observations).sort((a, b) =>
      comparePeriods(a.period, b.period),
    ),
  };
}

const kept = new WeakMap<Table, Series[]>();

/** Every series of a table, in the order of its rows. */
export function seriesOf(table: Table): Series[] {
  const known = kept.get(table);
  if (known) return known;
  const measures = table.resource.schema.fields.filter(({ role }) => role === 'measure');
  const all = [...groups(table)].flatMap(([key, rows]) =>
    measures.flatMap((measure) => series(table, key, rows, measure) ?? []),
  );
  kept.set(table, all);
  return all;
}

/** The table of a series, by its id. */
export const tableOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf(':')));

/** The series of that id; undefined where there is none. */
export function seriesById(tables: Tables, id: string): Series | undefined {
  const table = tables.get(tableOf(id));
  return table && seriesOf(table).find((one) => one.id === id);
}

const SERIES_A_PAGE = 40;

export type Found = { found: Series[]; count: number; page: number; pages: number };

/** Series whose table, labels or units hold every one of the words: a page of them, and how many there are. */
export function findSeries(tables: Tables, words: string, wantedPage: number): Found {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const all = [...tables.values()].flatMap(seriesOf).filter((one) => {
    const text =
      `${one.table.resource.title} ${one.label} ${one.measure.title} ${one.unit}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  const pages = Math.max(1, Math.ceil(all.length / SERIES_A_PAGE));
  const page = Math.min(wantedPage, pages);
  const found = all.slice((page - 1) * SERIES_A_PAGE, page * SERIES_A_PAGE);
  return { found, count: all.length, page, pages };
}
