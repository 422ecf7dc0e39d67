import { DAY, parsePeriod } from '@/lib/table/period';
import type { Tables } from '@/lib/table/select';
import type { Relation, Test, Threshold } from './claim';
import type { Evaluated } from './evaluated';
import { changeBetween, changeUnit, evaluate, fill, finite, marginOf } from './quantity';
import { allOf, type Result } from './verdict';

/** What a measured value must stand in `relation` to; `within` has two ends. */
export type Limit = { relation: Relation; low: number; high: number; unit: string };

export type TestOutcome = {
  test: Test;
  result: Result;
  inputs: Evaluated[];
  /** `margin`: half the range in which it lies, where inputs are rounded. */
  measured: { value: number; unit: string; margin?: number } | null;
  limit: Limit | null;
  threshold: Threshold | null;
  /** For a test over several periods: the value and the result in each. */
  byPeriod: { period: string; value: number | null; unit: string; result: Result }[];
};

/** What tests are judged against beside the tables: the last day that the data know of. */
export type Setting = { tables: Tables; dataDay: string };

function meets(value: number, limit: Limit): boolean {
  switch (limit.relation) {
    case 'above':
      return value > limit.high;
    case 'at-least':
      return value >= limit.low;
    case 'below':
      return value < limit.low;
    case 'at-most':
      return value <= limit.high;
    case 'equal':
      return value === limit.high;
    case 'not-equal':
      return value !== limit.high;
    case 'within':
      return value >= limit.low && value <= limit.high;
  }
}

const resultOf = (value: number | null, limit: Limit | null): Result => {
  if (value === null || limit === null) return 'unsettled';
  return meets(value, limit) ? 'holds' : 'fails';
};

/** A threshold as the limit of a value. */
export const at = (relation: Relation, threshold: Threshold): Limit => ({
  relation,
  low: threshold.value,
  high: threshold.value,
  unit: threshold.unit,
});

/**
 * `at-most` and `within` give the value room above, `at-least` and `within` below: percentage points, or else per cent
 * of the other value.
 */
function limitAround(
  relation: Relation,
  than: Evaluated,
  tolerance: Threshold | undefined,
): Limit | null {
  if (than.value === null) return null;
  const { value = 0, unit = '%' } = tolerance ?? {};
  const room = unit === 'percentage points' ? value : (Math.abs(than.value) * value) / 100;
  const below = relation === 'at-least' || relation === 'within' ? room : 0;
  const above = relation === 'at-most' || relation === 'within' ? room : 0;
  return { relation, low: than.value - below, high: than.value + above, unit: than.unit };
}

type Kind<K extends Test['kind']> = Extract<Test, { kind: K }>;

function outcome(
  test: Test,
  inputs: Evaluated[],
  measured: { value: number | null; unit: string; margin?: number },
  limit: Limit | null,
): TestOutcome {
  const threshold = 'threshold' in test ? (test.threshold ?? null) : null;
  if (limit && limit.unit !== measured.unit)
    throw new Error(`"${inputs[0]?.label}": ${measured.unit} against a threshold in ${limit.unit}`);
  return {
    test,
    result: resultOf(measured.value, limit),
    inputs,
    measured:
      measured.value === null
        ? null
        : {
            value: measured.value,
            unit: measured.unit,
            ...(measured.margin && { margin: measured.margin }),
          },
    limit,
    threshold,
    byPeriod: [],
  };
}

function compareIn(
  test: Kind<'compare'>,
  period: string | undefined,
  { tables }: Setting,
): TestOutcome {
  const value = evaluate(fill(test.value, { period }), tables);
  if (!test.than) {
    if (!test.threshold) throw new Error(`"${value.label}": compared with nothing`);
    return outcome(test, [value], value, at(test.relation, test.threshold));
  }
  const than = evaluate(fill(test.than, { period }), tables);
  if (than.unit !== value.unit)
    throw new Error(`"${value.label}": ${value.unit} against ${than.unit}`);
  const limit = limitAround(test.relation, than, test.threshold);
  return outcome(test, [value, than], value, limit);
}

function change(test: Kind<'change'>, { tables }: Setting): TestOutcome {
  const [from, to] = [evaluate(test.from, tables), evaluate(test.to, tables)];
  if (from.unit !== to.unit) throw new Error(`"${from.label}": ${from.unit} to ${to.unit}`);
  const unit = changeUnit(test.as, from.unit);
  const limit = at(test.relation, test.threshold);
  if (from.value === null || to.value === null)
    return outcome(test, [from, to], { value: null, unit }, limit);
  const between = changeBetween(test.as);
  const value = finite(between([from.value, to.value]));
  return outcome(test, [from, to], { value, unit, margin: marginOf([from, to], between) }, limit);
}

function rankIn(test: Kind<'rank'>, period: string | undefined, { tables }: Setting): TestOutcome {
  const rank = evaluate(fill(test.rank, { period }), tables);
  const whole = test.as === 'place' ? null : rank.places.length;
  const value = rank.value !== null && whole !== null ? (rank.value / whole) * 100 : rank.value;
  const unit = whole === null ? 'place' : '% of the list';
  return outcome(test, [rank], { value, unit }, at(test.relation, test.threshold));
}

/** The test in each of its periods: it holds where it holds in all, and shows the first that fails. */
function inEach<T extends Kind<'rank'> | Kind<'compare'>>(
  test: T,
  setting: Setting,
  inPeriod: (test: T, period: string | undefined, setting: Setting) => TestOutcome,
): TestOutcome {
  if (!test.periods) return inPeriod(test, undefined, setting);
  const each = test.periods.map((period) => ({ period, ...inPeriod(test, period, setting) }));
  const [first] = each;
  if (!first) throw new Error('a test over no period');
  const worst = each.find((one) => one.result === 'fails') ?? first;
  return {
    ...worst,
    test,
    result: allOf(each.map((one) => one.result)),
    inputs: each.flatMap((one) => one.inputs),
    byPeriod: each.map(({ period, measured, result }) => ({
      period,
      value: measured?.value ?? null,
      unit: measured?.unit ?? '',
      result,
    })),
  };
}

function orderOfDates(test: Kind<'order-of-dates'>, { tables }: Setting): TestOutcome {
  const [first, second] = [evaluate(test.first, tables), evaluate(test.second, tables)];
  const value = first.value === null || second.value === null ? null : second.value - first.value;
  return outcome(test, [first, second], { value, unit: 'days' }, at(test.relation, test.threshold));
}

function inForce(test: Kind<'in-force'>, { tables, dataDay }: Setting): TestOutcome {
  const begins = evaluate(test.begins, tables);
  const ends = test.ends.map((end) => evaluate(end, tables));
  const day = parsePeriod(test.on === 'data' ? dataDay : test.on).start / DAY;
  const open = begins.value === null || ends.some((end) => end.value === null);
  const stands =
    (begins.value ?? 0) <= day && !ends.some((end) => end.value !== null && end.value <= day);
  return {
    ...outcome(test, [begins, ...ends], { value: day, unit: 'date' }, null),
    result: open ? 'unsettled' : stands ? 'holds' : 'fails',
  };
}

/** Puts one test to the data: its inputs, what was measured, the limit and the result. */
export function runTest(test: Test, setting: Setting): TestOutcome {
  switch (test.kind) {
    case 'compare':
      return inEach(test, setting, compareIn);
    case 'change':
      return change(test, setting);
    case 'rank':
      return inEach(test, setting, rankIn);
    case 'order-of-dates':
      return orderOfDates(test, setting);
    case 'in-force':
      return inForce(test, setting);
    case 'missing':
      return outcome(test, [], { value: null, unit: '' }, null);
  }
}
