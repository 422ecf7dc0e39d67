import type { ChartSeries, Tone } from '@/lib/chart/input';
import { formatPeriod } from '@/lib/format';
import { type Kind, kindOf } from '@/lib/table/kind';
import { parsePeriod } from '@/lib/table/period';
import { currenciesIn } from '@/lib/table/rates';
import { rowName } from '@/lib/table/row-name';
import type { Tables } from '@/lib/table/select';
import type { Series } from '@/lib/table/series';
import { forbidding } from './allowed';
import { type Refusal, refusalOf } from './comparable';
import { inCurrency } from './currency';
import type { Declined, Reason } from './declined';
import { toYears } from './transform';
import type { View } from './view';

/** Several series on one axis before units, years and scale are chosen; or why they may not share one. */
export type SeriesChart = {
  series: ChartSeries[];
  /** The series as they are compared: in the currency and for the periods of the view. */
  compared: Series[];
  /** By the series' ids. */
  units: Map<string, string>;
  /** What their figures measure. */
  kinds: Kind[];
  refusal: Refusal | null;
  /** Those whose months are added up to years, by id. */
  summed: Set<string>;
};

export type Offers = { currencies: string[]; freq: boolean };

export const MONEY = /^[A-Z]{3}( |$)/;
const DASHES = [undefined, 'dashed', 'dotted'] as const;
const SHAPES = ['disc', 'ring', 'square', 'diamond', 'cross'] as const;

type Drawn = ChartSeries['points'][number];

function pointsOf({ table, observations }: Series): Drawn[] {
  return observations.map(({ period, value, row }) => ({
    start: period.start,
    end: period.end,
    value,
    when: formatPeriod(period),
    rows: row ? [rowName(table.resource.name, row.key)] : [],
  }));
}

/** A year that lacks months is there without a sum. */
function yearPoints(months: Drawn[]): Drawn[] {
  return toYears(months).map(({ year, months, ...sum }) => {
    const { start, end } = parsePeriod(String(year));
    return { start, end, ...sum, when: String(year), rows: months.flatMap(({ rows }) => rows) };
  });
}

const measured = ({ measure, unit }: Series): Kind => kindOf(measure, unit);

const turns = (series: Series): boolean =>
  MONEY.test(series.unit) && forbidding([measured(series)], ({ money }) => money) === null;

const addsUp = ({ kind, measure }: Series): boolean => kind === 'month' && measure.adds === true;

/** Why none of the series can do it: what they measure, or else what they lack. */
const lacking = (all: Series[], allows: Parameters<typeof forbidding>[1], lack: Reason): Reason =>
  forbidding(all.map(measured), allows) ?? lack;

function currencyFault(all: Series[], currency: string | undefined, tables: Tables): Reason | null {
  if (currency === undefined) return null;
  if (!all.some(turns)) return lacking(all, ({ money }) => money, 'unit');
  return currenciesIn(tables).includes(currency) ? null : 'rates';
}

/** What a view asks of series, before they are on one chart, that they cannot do together. */
export function declinedOf(
  all: Series[],
  { units = 'lin', scale, currency, freq }: View,
  tables: Tables,
): Declined[] {
  if (all.length === 0) return [];
  const kinds = all.map(measured);
  const found: [Declined['name'], string | undefined, Reason | null][] = [
    ['units', units, forbidding(kinds, (rule) => rule.units.includes(units))],
    ['scale', scale, scale === 'log' ? forbidding(kinds, ({ log }) => log) : null],
    ['currency', currency, currencyFault(all, currency, tables)],
    ['freq', freq, all.some(addsUp) ? null : lacking(all, ({ sum }) => sum, 'months')],
  ];
  return found.flatMap(([name, value, why]) =>
    value !== undefined && why !== null ? [{ name, value, why }] : [],
  );
}

/** The currencies that any of the series can be in, of those that there are rates for; whether any adds up by year. */
export const offersOf = (all: Series[], currencies: string[]): Offers => ({
  currencies: all.some(turns) ? currencies : [],
  freq: all.some(addsUp),
});

/** First the currency, then years, as the page says. */
function prepared(series: Series, view: View, tables: Tables) {
  const { currency } = view;
  const turned = currency !== undefined && turns(series);
  const unit = turned ? currency + series.unit.slice(3) : series.unit;
  const points = pointsOf(series).map((point) =>
    turned ? inCurrency(point, series.unit, currency, tables) : point,
  );
  const yearly = view.freq === 'year' && addsUp(series);
  if (!yearly) return { series: { ...series, unit }, points, yearly };
  const made = { ...series, unit, kind: 'calendar_year' as const };
  return { series: made, points: yearPoints(points), yearly };
}

/** Whether the series is of what its table is mainly about, as the descriptor says. */
const isMain = ({ table, dimensions }: Series): boolean =>
  table.resource.schema.fields.some(
    ({ name, main }) => main !== undefined && dimensions[name] === main,
  );

/** What the tables are about in its colour, the first of the others in theirs, further ones grey. */
function tones(all: Series[]): Tone[] {
  const main = all.findIndex(isMain);
  const first = all.findIndex((_, index) => index !== main);
  return all.map((_, index) => (index === main ? 'main' : index === first ? 'other' : 'grey'));
}

const UNIT_FREE: View['units'][] = ['pch', 'pc1', 'index'];

export const isUnitFree = ({ units }: View): boolean => UNIT_FREE.includes(units);

/** Charts side by side share no axis; but shares are of one sum, whose parts must be alike. */
function refusalIn(all: Series[], view: View): Refusal | null {
  if (view.form === 'multiples' && view.units !== 'share') return null;
  return refusalOf(all, isUnitFree(view));
}

/** Two series of two tables may have one name: then each says whose it is. */
function namesOf(all: Series[]): string[] {
  const count = (label: string) => all.filter((one) => one.label === label).length;
  return all.map(({ label, table }) =>
    count(label) > 1 ? `${label} · ${table.resource.title}` : label,
  );
}

export function seriesChart(all: Series[], view: View, tables: Tables): SeriesChart {
  const ready = all.map((series) => prepared(series, view, tables));
  const tone = tones(all);
  const names = namesOf(all);
  const series = ready.map(({ series, points }, index) => ({
    id: series.id,
    label: names[index] ?? series.label,
    tone: tone[index] ?? 'grey',
    dash: DASHES[index % DASHES.length],
    shape: SHAPES[index % SHAPES.length],
    mark: series.scattered ? ('points' as const) : ('line' as const),
    points,
  }));
  return {
    series,
    compared: ready.map(({ series }) => series),
    units: new Map(ready.map(({ series }) => [series.id, series.unit])),
    kinds: [...new Set(all.map(measured))],
    summed: new Set(ready.flatMap(({ series, yearly }) => (yearly ? [series.id] : []))),
    refusal: refusalIn(
      ready.map(({ series }) => series),
      view,
    ),
  };
}
