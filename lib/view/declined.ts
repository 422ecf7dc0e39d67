import type { ChartInput, OverTime } from '@/lib/chart/input';
import type { Kind } from '@/lib/table/kind';
import { parsePeriod } from '@/lib/table/period';
import { forbidding } from './allowed';
import type { View } from './view';

/**
 * Why a chart cannot do what a view asks: the kind of what it measures, or that it has a row for each thing (`rows`),
 * that only `/chart` can (`elsewhere`), has no lines to draw otherwise (`marks`), no figure for the base of an index
 * (`figure`), no index (`noIndex`), no money (`unit`), no rates of a currency (`rates`),
 * no months that add up (`months`), no steps from an amount (`steps`).
 */
export type Reason =
  | Kind
  | 'rows'
  | 'elsewhere'
  | 'marks'
  | 'figure'
  | 'noIndex'
  | 'unit'
  | 'rates'
  | 'months'
  | 'steps';

export type Declined = { name: keyof View; value: string; why: Reason };

type Found = [name: keyof View, why: Reason | null][];

const told = (view: View, found: Found): Declined[] =>
  found.flatMap(([name, why]) => {
    const value = view[name];
    if (why === null || value === undefined) return [];
    return [{ name, value: typeof value === 'string' ? value : '', why }];
  });

/** Asked of the chart that has a form. */
const ofSteps = (chart: ChartInput): Found => {
  const why = chart.layout === 'by-row' && chart.form ? null : 'steps';
  return [
    ['amount', why],
    ['day', why],
    ['step', why],
  ];
};

const ofRows = (chart: ChartInput, view: View): Declined[] => {
  const { units, scale, form } = view;
  const changed = (value: string | undefined, plain: string): Reason | null =>
    value === undefined || value === plain ? null : 'rows';
  return told(view, [
    ['time', 'rows'],
    ['units', changed(units, 'lin')],
    ['base', 'rows'],
    ['scale', changed(scale, 'linear')],
    ['form', changed(form, 'line')],
    ['currency', 'elsewhere'],
    ['freq', 'elsewhere'],
    ...ofSteps(chart),
  ]);
};

function formFault({ series }: OverTime, { form }: View): Reason | null {
  if (form === 'multiples') return 'elsewhere';
  const other = form === 'bars' || form === 'points';
  return other && !series.some(({ mark }) => mark === 'line') ? 'marks' : null;
}

function baseFault({ series }: OverTime, { units, base }: View): Reason | null {
  if (base === undefined) return null;
  if (units !== 'index') return 'noIndex';
  const { start } = parsePeriod(base);
  const has = series.some(({ points }) => points.some((one) => one.start === start && one.value));
  return has ? null : 'figure';
}

/** What a view asks of a chart that the chart cannot do. */
export function declinedBy(chart: ChartInput, view: View): Declined[] {
  if (chart.layout === 'by-row') return ofRows(chart, view);
  const { kinds } = chart;
  const { units = 'lin', scale } = view;
  const byUnits = forbidding(kinds, (rule) => rule.units.includes(units));
  return told(view, [
    ['units', byUnits],
    ['base', units === 'index' && byUnits ? null : baseFault(chart, view)],
    ['scale', scale === 'log' ? forbidding(kinds, ({ log }) => log) : null],
    ['form', formFault(chart, view)],
    ['currency', 'elsewhere'],
    ['freq', 'elsewhere'],
    ...ofSteps(chart),
  ]);
}

/** The view without what was declined; the base goes with its index. */
export function withoutDeclined(view: View, declined: Declined[]): View {
  const gone = new Set(declined.map(({ name }) => name));
  if (gone.has('units')) gone.add('base');
  return Object.fromEntries(
    Object.entries(view).filter(([name]) => !gone.has(name as keyof View)),
  ) as View;
}

/** What none of the charts of a page or a file can do; that one has no time axis tells least of why. */
export function declinedByAll(all: Declined[][]): Declined[] {
  return (all[0] ?? []).flatMap((first) => {
    const each = all.map((some) => some.find(({ name }) => name === first.name));
    if (each.includes(undefined)) return [];
    return (
      each.find((one) => one !== undefined && one.why !== 'rows' && one.why !== 'steps') ?? first
    );
  });
}
