import words from '@/data/words/en.json';
import type { ChartDefinition, Quantity, SeriesDefinition } from '@/lib/claim/claim';
import type { Evaluated } from '@/lib/claim/evaluated';
import { measureKind, takenKind } from '@/lib/claim/measure-kind';
import { evaluate, fill } from '@/lib/claim/quantity';
import type { Setting } from '@/lib/claim/test-outcome';
import type { Text } from '@/lib/claim/text';
import { capitalised, formatChartValue, formatDay, formatPeriod } from '@/lib/format';
import { message } from '@/lib/message';
import { once } from '@/lib/once';
import type { Kind } from '@/lib/table/kind';
import { DAY, type Period, parsePeriod } from '@/lib/table/period';
import { eachPeriod } from '@/lib/table/period-range';
import { rowName } from '@/lib/table/row-name';
import { columnNamed, measureNamed, selectRows, type Tables, tableNamed } from '@/lib/table/select';
import type { Row, Table } from '@/lib/table/table';
import type {
  ByRow,
  ChartEvent,
  ChartInput,
  ChartPoint,
  ChartReference,
  ChartRow,
  ChartSeries,
  DatedRate,
  OverTime,
  StepsForm,
} from './input';

/** Turns a chart's definition into what it shows, with the numbers of today's data. */

type Definition<L extends ChartDefinition['layout']> = Extract<ChartDefinition, { layout: L }>;
type FormDefinition = NonNullable<Definition<'by-row'>['form']>;
type FromRows = Extract<SeriesDefinition, { rows: unknown }>;
type FromQuantity = Extract<SeriesDefinition, { quantity: unknown }>;

type TextFacts = Pick<Text, 'kind' | 'day'>;
/** What a chart is drawn from, and the text whose day is marked in it. */
export type ChartSetting = Setting & { text: TextFacts };

const kindOf = (series: SeriesDefinition, tables: Tables): Kind =>
  'rows' in series ? takenKind(series.rows, tables) : measureKind(series.quantity, tables);

/** What a chart says of itself, once the claim's messages are filled in; and the lines that its readings draw. */
export type ChartWords = {
  title: string;
  subtitle: string;
  note?: string | undefined;
  lines?: ChartReference[];
};

const names = (evaluated: Evaluated): string[] =>
  evaluated.rows.map((ref) => rowName(ref.table, ref.key));

const scaled = (value: number | null, divide = 1): number | null =>
  value === null ? null : value / divide;

function point(evaluated: Evaluated, period: Period, divide?: number): ChartPoint {
  return {
    start: period.start,
    end: period.end,
    value: scaled(evaluated.value, divide),
    when: formatPeriod(period),
    rows: names(evaluated),
  };
}

function quantityPoints(series: FromQuantity, tables: Tables, divide?: number): ChartPoint[] {
  return eachPeriod(series.periods).map((text) => {
    const value = evaluate(fill(series.quantity, { period: text }), tables);
    const drawn = point(value, parsePeriod(text), divide);
    if (!series.base) return drawn;
    const low = scaled(evaluate(fill(series.base, { period: text }), tables).value, divide);
    return { ...drawn, low: low ?? undefined, high: drawn.value ?? undefined };
  });
}

/** The row as a quantity of its own, turned into another currency at the rate of its own month or year. */
function rowQuantity({ rows }: FromRows, row: Row): Quantity {
  const period = row.period?.text ?? '';
  const amount: Quantity = {
    kind: 'row',
    label: row.key,
    table: rows.table,
    where: Object.fromEntries(
      Object.entries(row.cells).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
      ),
    ),
    measure: rows.measure,
    period,
  };
  if (!rows.to) return amount;
  return { kind: 'converted', label: row.key, amount, to: rows.to, period: period.slice(0, 7) };
}

/** What came into force stays so until the next change; the last one still stands on the day of the data. */
function untilNext(points: ChartPoint[], dataDay: number): ChartPoint[] {
  return points.map((one, index) => ({ ...one, end: points[index + 1]?.start ?? dataDay }));
}

/** The parts of the rows' keys that differ, which tell one figure of a series from the next; their sources tell themselves. */
function variantOf(table: Table, rows: readonly Row[], label?: string): (row: Row) => string {
  const { fields, primaryKey } = table.resource.schema;
  const telling = fields.filter(
    ({ name, role }) =>
      role === 'dimension' &&
      name !== label &&
      primaryKey.includes(name) &&
      new Set(rows.map(({ cells }) => cells[name])).size > 1,
  );
  return ({ cells }) => {
    const texts = telling.map(({ name, labels }) => {
      const text = String(cells[name] ?? '');
      return labels?.[text] ?? text;
    });
    return texts.filter((text) => text !== '').join(', ');
  };
}

function rowPoints(series: FromRows, tables: Tables, divide?: number): ChartPoint[] {
  const { where, measure, point_label, from, until } = series.rows;
  const table = tableNamed(tables, series.rows.table);
  measureNamed(table, measure);
  if (point_label) columnNamed(table, point_label);
  const first = from ? parsePeriod(from).start : Number.NEGATIVE_INFINITY;
  const last = until ? parsePeriod(until).end : Number.POSITIVE_INFINITY;
  const rows = selectRows(table, where);
  const tell = series.mark === 'points' ? variantOf(table, rows, point_label) : () => '';
  return rows.flatMap((row) => {
    const { period } = row;
    if (!period || typeof row.cells[measure] !== 'number') return [];
    if (period.start < first || period.end > last) return [];
    const label = point_label ? String(row.cells[point_label] ?? '') : undefined;
    const variant = tell(row);
    const drawn = point(evaluate(rowQuantity(series, row), tables), period, divide);
    return [{ ...drawn, label, ...(variant === '' ? {} : { variant }) }];
  });
}

function chartSeries(series: SeriesDefinition, setting: Setting, divide?: number): ChartSeries {
  const { tables, dataDay } = setting;
  const { id, label, tone, dash, shape, mark } = series;
  const points =
    'rows' in series ? rowPoints(series, tables, divide) : quantityPoints(series, tables, divide);
  const stands = mark === 'step' ? untilNext(points, parsePeriod(dataDay).end) : points;
  return { id, label, tone, dash, shape, mark, points: stands };
}

/** Rows of one day under one label are one event. */
function chartEvents({ events }: Definition<'over-time'>, tables: Tables): OverTime['events'] {
  const found = new Map<string, ChartEvent>();
  for (const { table, where, label } of events)
    for (const { period, key } of selectRows(tableNamed(tables, table), where)) {
      if (!period) continue;
      const same = `${period.start} ${label}`;
      const rows = [...(found.get(same)?.rows ?? []), rowName(table, key)];
      found.set(same, { at: period.start, label, when: formatPeriod(period), rows });
    }
  return [...found.values()];
}

function references(definition: ChartDefinition, tables: Tables): OverTime['references'] {
  return definition.references.flatMap((one) => {
    if (!('quantity' in one)) return [];
    const { value } = evaluate(one.quantity, tables);
    return value === null ? [] : [referenceAt(definition, value, one)];
  });
}

/** The line as its axis has it: dates in milliseconds, amounts divided, the number in the label as a value is told. */
export function referenceAt(
  { axis: { divide = 1, time = false, suffix } }: ChartDefinition,
  computed: number,
  { label, tone }: Pick<ChartReference, 'label' | 'tone'>,
  own = false,
): ChartReference {
  const value = time ? computed * DAY : computed / divide;
  const said = time ? formatDay(value) : formatChartValue(value, suffix);
  return { value, label: message(label, { value: said, own: own ? 'yes' : 'no' }), tone };
}

/** The unit is said on the axis, so a row's text is the bare number. */
function rowText(value: number | null, { time, suffix = '' }: ChartDefinition['axis']): string {
  if (value === null) return words.noFigure;
  if (time) return formatDay(value);
  return formatChartValue(value, suffix);
}

type RowStart = Pick<ChartRow, 'id' | 'label' | 'tone'>;

function chartRows(definition: Definition<'by-row'>, tables: Tables): ChartRow[] {
  const { axis, ranking, tones = {}, rows = [] } = definition;
  const placeOf = ({ value }: Evaluated) =>
    axis.time ? value && value * DAY : scaled(value, axis.divide);
  const drawn = (row: RowStart, evaluated: Evaluated): ChartRow => {
    const value = placeOf(evaluated);
    return { ...row, value, text: rowText(value, axis), rows: names(evaluated) };
  };
  const between = (row: RowStart, from: Evaluated, to: Evaluated): ChartRow => {
    const [start, end] = [drawn(row, from), drawn(row, to)];
    if (start.value === null || end.value === null) return start;
    const text = `${start.text} – ${end.text}`;
    const ends = { low: start.value, high: end.value };
    return { ...start, ...ends, text, rows: [...start.rows, ...end.rows] };
  };
  const ranked = ranking ? evaluate(ranking, tables).places : [];
  return [
    ...ranked.map(({ name, value }) =>
      drawn({ id: name, label: name, tone: tones[name] ?? 'grey' }, value),
    ),
    ...rows.map(({ quantity, high, ...row }) => {
      const value = evaluate(quantity, tables);
      return high ? between(row, value, evaluate(high, tables)) : drawn(row, value);
    }),
  ];
}

/** The first moment that a date can name; JSON has no infinity. */
const EARLIEST = -8.64e15;

/** Rates in the order of time, each with the row that it comes from. */
function datedRates(
  { table, where, measure, continues }: FormDefinition['rates'][number],
  tables: Tables,
): DatedRate[] {
  const from = tableNamed(tables, table);
  measureNamed(from, measure);
  const dated = selectRows(from, where).flatMap(({ period, cells, key }) => {
    const percent = cells[measure];
    if (!period || typeof percent !== 'number') return [];
    return [{ from: period.start, percent, rows: [rowName(table, key)] }];
  });
  const sorted = dated.sort((a, b) => a.from - b.from);
  return sorted.map((one, index) => (continues && index === 0 ? { ...one, from: EARLIEST } : one));
}

function chartForm(
  { label, amount, day, rates }: FormDefinition,
  tables: Tables,
  divide?: number,
): StepsForm | undefined {
  const evaluated = evaluate(amount, tables);
  const value = scaled(evaluated.value, divide);
  if (value === null) return undefined;
  return {
    ...{ label, day, amount: value, rows: names(evaluated) },
    rates: rates.map((rate) => ({ label: rate.label, dated: datedRates(rate, tables) })),
  };
}

export function textMark({ kind, day }: TextFacts): OverTime['text'] {
  const period = parsePeriod(day);
  const label = message(words.textMark, { kind: capitalised(kind), when: formatPeriod(period) });
  return { at: period.end, label };
}

function wordless(definition: ChartDefinition, setting: ChartSetting): ChartInput {
  const { tables, text } = setting;
  const { divide, ...axis } = definition.axis;
  const { id, measure, basis } = definition;
  const drawn = {
    ...{ id, measure, basis, title: '', subtitle: '' },
    axis,
    references: references(definition, tables),
  };
  if (definition.layout === 'by-row') {
    const form = definition.form && chartForm(definition.form, tables, divide);
    return {
      ...drawn,
      layout: 'by-row',
      mark: definition.mark,
      rows: chartRows(definition, tables),
      ...(form && { form }),
    } satisfies ByRow;
  }
  return {
    ...drawn,
    layout: 'over-time',
    series: definition.series.map((series) => chartSeries(series, setting, divide)),
    kinds: [...new Set(definition.series.map((series) => kindOf(series, tables)))],
    events: chartEvents(definition, tables),
    text: textMark(text),
  } satisfies OverTime;
}

const figures = once(wordless);

/** The words may follow a reader's own limits; the figures are the data's. */
export const chartInput = (
  definition: ChartDefinition,
  { title, subtitle, note, lines = [] }: ChartWords,
  setting: ChartSetting,
): ChartInput => {
  const drawn = figures(definition, setting);
  const references = [...drawn.references, ...lines];
  return { ...drawn, title, subtitle, references, ...(note && { notes: [note] }) };
};
