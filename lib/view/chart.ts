import type { ChartSeries, Tone } from '@/lib/chart/input';
import { formatPeriod } from '@/lib/format';
import { parsePeriod } from '@/lib/table/period';
import { rowName } from '@/lib/table/row-name';
import type { Tables } from '@/lib/table/select';
import type { Series } from '@/lib/table/series';
import { type Refusal, refusalOf } from './comparable';
import { inCurrency } from './currency';
import { toYears } from './transform';
import type { View } from './view';

/** Several series on one axis before units, years and scale are chosen; or why they may not share one. */
export type SeriesChart = {
  series: ChartSeries[];
  /** The series as they are compared: in the currency and for the periods of the view. */
  compared: Series[];
  /** By the series' ids. */
  units: Map<string, string>;
  refusal: Refusal | null;
  /** Those whose months are added up to years, by id. */
  summed: Set<string>;
  /** Years left out of yearly sums for want of a month, by series; hidden ones have none to tell of. */
  incomplete: { id: string; label: string; years: number[] }[];
};

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

function yearPoints(months: Drawn[]): { points: Drawn[]; incomplete: number[] } {
  const { years, incomplete } = toYears(months);
  const points = years.map(({ year, months, value }) => {
    const { start, end } = parsePeriod(String(year));
    return { start, end, value, when: String(year), rows: months.flatMap(({ rows }) => rows) };
  });
  return { points, incomplete };
}

/** First the currency, then years, as the page says. */
function prepared(series: Series, view: View, tables: Tables) {
  const { currency } = view;
  const turned = currency !== undefined && MONEY.test(series.unit);
  const unit = turned ? currency + series.unit.slice(3) : series.unit;
  const points = pointsOf(series).map((point) =>
    turned ? inCurrency(point, series.unit, currency, tables) : point,
  );
  const yearly = view.freq === 'year' && series.kind === 'month' && series.measure.adds === true;
  if (!yearly) return { series: { ...series, unit }, points, incomplete: [], yearly };
  const made = { ...series, unit, kind: 'calendar_year' as const };
  return { series: made, ...yearPoints(points), yearly };
}

/** China in its colour, the first of the others in the partners', further ones grey. */
function tones(all: Series[]): Tone[] {
  const own = all.findIndex(({ dimensions }) => Object.values(dimensions).includes('China'));
  const first = all.findIndex((_, index) => index !== own);
  return all.map((_, index) => (index === own ? 'china' : index === first ? 'partner' : 'grey'));
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
    summed: new Set(ready.flatMap(({ series, yearly }) => (yearly ? [series.id] : []))),
    refusal: refusalIn(
      ready.map(({ series }) => series),
      view,
    ),
    incomplete: ready.flatMap(({ series: { id, label }, incomplete }) =>
      incomplete.length > 0 && !view.hide?.includes(id) ? [{ id, label, years: incomplete }] : [],
    ),
  };
}
