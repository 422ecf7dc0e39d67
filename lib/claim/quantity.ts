import { fsum } from 'd3-array';
import { eachMonth, type Period, parsePeriod } from '@/lib/table/period';
import {
  assertComparable,
  selectRows,
  type Tables,
  tableNamed,
  unitOf,
  within,
} from '@/lib/table/select';
import type { Row, Table } from '@/lib/table/table';
import type { Quantity } from './claim';
import { rankEach } from './rank';

export type RowRef = { table: string; key: string };

/** One place of a ranking; `value` is kept so that its working can be shown. */
export type Place = { name: string; place: number; value: Evaluated };

/**
 * A quantity with its number and where it comes from. `value` is null when the data do not give it;
 * `missing` then says what is not there. `time` is the period, or the day, that the number is of.
 */
export type Evaluated = {
  kind: Quantity['kind'];
  label: string;
  value: number | null;
  unit: string;
  time: Period | null;
  rows: RowRef[];
  parts: Evaluated[];
  missing: string[];
  /** Months without a row that the table's descriptor says stand for nothing. */
  zeroMonths: string[];
  places: Place[];
};

type Of<K extends Quantity['kind']> = Extract<Quantity, { kind: K }>;

const DAY = 86_400_000;

/** Puts a period and a name in the place of `$period` and `$each`, at any depth. */
export function fill(quantity: Quantity, values: { period?: string; each?: string }): Quantity {
  const replace = (value: unknown): unknown => {
    if (value === '$period') return values.period ?? value;
    if (value === '$each') return values.each ?? value;
    if (typeof value === 'string')
      return value
        .replaceAll('{each}', values.each ?? '{each}')
        .replaceAll('{period}', values.period ?? '{period}');
    if (Array.isArray(value)) return value.map(replace);
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
    return value;
  };
  return replace(quantity) as Quantity;
}

const refs = (table: Table, rows: Row[]): RowRef[] =>
  rows.map((row) => ({ table: table.resource.name, key: row.key }));

const none = { time: null, rows: [], parts: [], missing: [], zeroMonths: [], places: [] };

/** Nothing can be said of a part of nothing. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function combined(
  quantity: Quantity,
  parts: Evaluated[],
  unit: string,
  compute: (values: number[]) => number,
): Evaluated {
  const values = parts.flatMap((part) => (part.value === null ? [] : [part.value]));
  return {
    ...none,
    kind: quantity.kind,
    label: quantity.label,
    value: values.length === parts.length ? finite(compute(values)) : null,
    unit,
    time: parts[0]?.time ?? null,
    rows: parts.flatMap((part) => part.rows),
    parts,
    missing: parts.flatMap((part) => part.missing),
    zeroMonths: parts.flatMap((part) => part.zeroMonths),
  };
}

function fromRow(
  quantity: Of<'row'> | Of<'latest'> | Of<'lowest'>,
  table: Table,
  row: Row | undefined,
): Evaluated {
  const cell = row?.cells[quantity.measure];
  const value = typeof cell === 'number' ? cell : null;
  return {
    ...none,
    kind: quantity.kind,
    label: quantity.label,
    value,
    unit: unitOf(table, quantity.measure, row ?? selectRows(table, quantity.where)[0]),
    time: row?.period ?? null,
    rows: row ? refs(table, [row]) : [],
    missing: value === null ? [quantity.label] : [],
  };
}

function evaluateRow(quantity: Of<'row'>, tables: Tables): Evaluated {
  const table = tableNamed(tables, quantity.table);
  const wanted = parsePeriod(quantity.period).text;
  const rows = selectRows(table, quantity.where).filter((row) => row.period?.text === wanted);
  if (rows.length > 1)
    throw new Error(
      `${quantity.table}: "${quantity.label}" asks for one row and meets ${rows.length}: ${rows.map((row) => row.key).join(', ')}`,
    );
  return fromRow(quantity, table, rows[0]);
}

function evaluateLatest(quantity: Of<'latest'>, tables: Tables): Evaluated {
  const table = tableNamed(tables, quantity.table);
  const until = parsePeriod(quantity.until).start;
  const rows = selectRows(table, quantity.where).filter(
    (row) =>
      row.period !== null && row.period.start <= until && row.cells[quantity.measure] !== null,
  );
  assertComparable(table, rows);
  const last = Math.max(...rows.map((row) => row.period?.start ?? Number.NEGATIVE_INFINITY));
  const lasts = rows.filter((row) => row.period?.start === last);
  if (new Set(lasts.map((row) => row.cells[quantity.measure])).size > 1)
    throw new Error(`${quantity.table}: "${quantity.label}" meets several last figures`);
  return fromRow(quantity, table, lasts[0]);
}

function evaluateLowest(quantity: Of<'lowest'>, tables: Tables): Evaluated {
  const table = tableNamed(tables, quantity.table);
  const rows = within(selectRows(table, quantity.where), parsePeriod(quantity.period)).filter(
    (row) => typeof row.cells[quantity.measure] === 'number',
  );
  assertComparable(table, rows);
  const number = (row: Row) => row.cells[quantity.measure] as number;
  const lowest = rows.reduce<Row | undefined>(
    (least, row) => (least && number(least) <= number(row) ? least : row),
    undefined,
  );
  return fromRow(quantity, table, lowest);
}

/** The months of the period for which one of the wanted combinations has no row. */
function monthsWithout(rows: Row[], months: Period[], combinations: number): string[] {
  const counts = new Map<string, number>();
  for (const row of rows)
    if (row.period) counts.set(row.period.text, (counts.get(row.period.text) ?? 0) + 1);
  return months.map((month) => month.text).filter((text) => (counts.get(text) ?? 0) < combinations);
}

const covers = (table: Table, month: string): boolean => {
  const texts = table.rows.flatMap((row) => (row.period ? [row.period.text] : [])).sort();
  return month >= (texts[0] ?? '') && month <= (texts.at(-1) ?? '');
};

function evaluateSum(quantity: Of<'sum'>, tables: Tables): Evaluated {
  const table = tableNamed(tables, quantity.table);
  const period = parsePeriod(quantity.period);
  const all = within(selectRows(table, quantity.where), period);
  assertComparable(table, all);
  const rows = all.filter((row) => typeof row.cells[quantity.measure] === 'number');
  const empty = all.filter((row) => row.cells[quantity.measure] === null);
  const months = eachMonth(period);
  const zero = table.resource.absent === 'zero';
  const combinations = zero
    ? 1
    : Object.values(quantity.where).reduce((n, v) => n * (Array.isArray(v) ? v.length : 1), 1);
  const without = monthsWithout(rows, months, combinations);
  const unknown = new Set(empty.map((row) => row.period?.text));
  const missing = zero
    ? without.filter((month) => unknown.has(month) || !covers(table, month))
    : without;
  return {
    ...none,
    kind: 'sum',
    label: quantity.label,
    value: missing.length > 0 ? null : fsum(rows, (row) => row.cells[quantity.measure] as number),
    unit: unitOf(table, quantity.measure, rows[0]),
    time: period,
    rows: refs(table, rows),
    missing: missing.map((month) => `${quantity.label}, ${month}`),
    zeroMonths: zero && missing.length === 0 ? without : [],
  };
}

function evaluateDate(quantity: Of<'date'>, tables: Tables): Evaluated {
  const table = tableNamed(tables, quantity.table);
  const rows = selectRows(table, quantity.where);
  const starts = new Set(rows.map((row) => row.period?.start));
  if (starts.size > 1)
    throw new Error(`${quantity.table}: "${quantity.label}" meets several dates`);
  const period = rows[0]?.period ?? null;
  return {
    ...none,
    kind: 'date',
    label: quantity.label,
    value: period ? period.start / DAY : null,
    unit: 'date',
    time: period,
    rows: refs(table, rows),
    missing: period ? [] : [quantity.label],
  };
}

function sameUnit(quantity: Quantity, a: Evaluated, b: Evaluated): string {
  if (a.unit !== b.unit)
    throw new Error(
      `"${quantity.label}": ${a.unit} and ${b.unit} cannot be set against each other`,
    );
  return a.unit;
}

function evaluateRate(currency: string, period: string, tables: Tables): Evaluated {
  const kind = parsePeriod(period).kind;
  return evaluateRow(
    {
      kind: 'row',
      label: `${currency} per USD`,
      table: 'exchange-rates',
      where: { currency, period_type: kind },
      measure: 'units_per_usd',
      period,
    },
    tables,
  );
}

/** Through the US dollar, as the rates are stored: amount ÷ (from per USD) × (to per USD). */
function evaluateConverted(quantity: Of<'converted'>, tables: Tables): Evaluated {
  const amount = evaluate(quantity.amount, tables);
  const from = amount.unit.slice(0, 3);
  const unit = quantity.to + amount.unit.slice(3);
  const rates = [from, quantity.to]
    .filter((currency) => currency !== 'USD')
    .map((currency) => evaluateRate(currency, quantity.period, tables));
  return combined(quantity, [amount, ...rates], unit, ([value = 0, first = 1, second = 1]) => {
    if (from === 'USD') return value * first;
    return quantity.to === 'USD' ? value / first : (value / first) * second;
  });
}

function evaluateRank(quantity: Of<'rank'>, tables: Tables): Evaluated {
  const places = rankEach(
    quantity,
    (name) => evaluate(fill(quantity.value, { each: name }), tables),
    tables,
  );
  const subject = places.find((place) => place.name === quantity.subject);
  if (!subject) throw new Error(`"${quantity.label}": "${quantity.subject}" is not in the list`);
  const [first, ...others] = places;
  for (const { value } of others) if (first) sameUnit(quantity, first.value, value);
  const missing = places.flatMap((place) => place.value.missing);
  return {
    ...none,
    kind: 'rank',
    label: quantity.label,
    value: missing.length > 0 ? null : subject.place,
    unit: 'place',
    time: subject.value.time,
    rows: places.flatMap((place) => place.value.rows),
    missing,
    places,
  };
}

/** The number that a quantity stands for, with its working. Throws where the question itself is wrong. */
export function evaluate(quantity: Quantity, tables: Tables): Evaluated {
  const value = (inner: Quantity) => evaluate(inner, tables);
  switch (quantity.kind) {
    case 'row':
      return evaluateRow(quantity, tables);
    case 'sum':
      return evaluateSum(quantity, tables);
    case 'latest':
      return evaluateLatest(quantity, tables);
    case 'lowest':
      return evaluateLowest(quantity, tables);
    case 'date':
      return evaluateDate(quantity, tables);
    case 'stated':
      return { ...none, ...quantity };
    case 'day': {
      const time = parsePeriod(quantity.day);
      return {
        ...none,
        kind: 'day',
        label: quantity.label,
        value: time.start / DAY,
        unit: 'date',
        time,
      };
    }
    case 'share': {
      const [part, whole] = [value(quantity.part), value(quantity.whole)];
      sameUnit(quantity, part, whole);
      return combined(quantity, [part, whole], '%', ([a = 0, b = 0]) => (a / b) * 100);
    }
    case 'difference': {
      const [from, less] = [value(quantity.from), value(quantity.less)];
      return combined(
        quantity,
        [from, less],
        sameUnit(quantity, from, less),
        ([a = 0, b = 0]) => a - b,
      );
    }
    case 'raised': {
      const [amount, by] = [value(quantity.amount), value(quantity.by)];
      return combined(quantity, [amount, by], amount.unit, ([a = 0, b = 0]) => a * (1 + b / 100));
    }
    case 'fraction': {
      const [of, percent] = [value(quantity.of), value(quantity.percent)];
      return combined(quantity, [of, percent], of.unit, ([a = 0, b = 0]) => (a * b) / 100);
    }
    case 'scaled':
      return combined(
        quantity,
        [value(quantity.amount)],
        quantity.unit,
        ([a = 0]) => a * quantity.by,
      );
    case 'converted':
      return evaluateConverted(quantity, tables);
    case 'rank':
      return evaluateRank(quantity, tables);
  }
}
