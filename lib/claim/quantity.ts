import { extent } from 'd3-array';
import { DAY, parsePeriod } from '@/lib/table/period';
import { RATES, rateMeasure, ratesIn } from '@/lib/table/rates';
import type { Tables } from '@/lib/table/select';
import type { ChangeAs, Quantity } from './claim';
import { type Evaluated, none } from './evaluated';
import {
  evaluateCount,
  evaluateDate,
  evaluateLatest,
  evaluateLowest,
  evaluateRow,
  evaluateSum,
  type Of,
} from './quantity-rows';
import { rankEach } from './rank';

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

/** Nothing can be said of a part of nothing. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Half the range of a computed value, from the ends of the ranges of what it is computed from. */
export function marginOf(parts: Evaluated[], compute: (values: number[]) => number): number {
  if (parts.every(({ margin }) => margin === 0)) return 0;
  const corners = parts.reduce<number[][]>(
    (known, { value, margin }) =>
      known.flatMap((values) => [-margin, margin].map((off) => [...values, (value ?? 0) + off])),
    [[]],
  );
  const [low = 0, high = 0] = extent(corners.map(compute));
  return (high - low) / 2;
}

export const changeUnit = (as: ChangeAs, unit: string): string =>
  as === 'percent' ? '%' : unit === '%' ? 'percentage points' : unit;

export const changeBetween =
  (as: ChangeAs) =>
  ([from = 0, to = 0]: number[]): number =>
    as === 'percent' ? ((to - from) / from) * 100 : to - from;

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
    margin: values.length === parts.length ? marginOf(parts, compute) : 0,
    time: parts[0]?.time ?? null,
    rows: parts.flatMap((part) => part.rows),
    parts,
    missing: parts.flatMap((part) => part.missing),
    zeroMonths: parts.flatMap((part) => part.zeroMonths),
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
  const { measure } = rateMeasure(ratesIn(tables));
  return evaluateRow(
    {
      kind: 'row',
      label: `${currency} ${measure.unit}`,
      table: RATES,
      where: { currency, period_type: kind },
      measure: measure.name,
      period,
    },
    tables,
  );
}

/** Through the currency of the rates, such as the US dollar: amount ÷ (from per USD) × (to per USD). */
function evaluateConverted(quantity: Of<'converted'>, tables: Tables): Evaluated {
  const amount = evaluate(quantity.amount, tables);
  const from = amount.unit.slice(0, 3);
  const unit = quantity.to + amount.unit.slice(3);
  const { base } = rateMeasure(ratesIn(tables));
  const rates = [from, quantity.to]
    .filter((currency) => currency !== base)
    .map((currency) => evaluateRate(currency, quantity.period, tables));
  return combined(quantity, [amount, ...rates], unit, ([value = 0, first = 1, second = 1]) => {
    if (from === base) return value * first;
    return quantity.to === base ? value / first : (value / first) * second;
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
    case 'count':
      return evaluateCount(quantity, tables);
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
    case 'change': {
      const [from, to] = [value(quantity.from), value(quantity.to)];
      const unit = changeUnit(quantity.as, sameUnit(quantity, from, to));
      return combined(quantity, [from, to], unit, changeBetween(quantity.as));
    }
    case 'product':
    case 'quotient': {
      const times = quantity.kind === 'product';
      const parts = [value(quantity.of), value(quantity.by)];
      return combined(quantity, parts, quantity.unit, ([a = 0, b = 0]) => (times ? a * b : a / b));
    }
    case 'least': {
      const parts = quantity.of.map(value);
      const [first] = parts;
      const unit = parts.reduce((_, part) => sameUnit(quantity, first ?? part, part), '');
      return combined(quantity, parts, unit, (values) => Math.min(...values));
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
