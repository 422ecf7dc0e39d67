import type { ChartSeries, Tone } from '@/lib/chart/input';
import { formatPeriod } from '@/lib/format';
import { parsePeriod } from '@/lib/table/period';
import { rowName } from '@/lib/table/row-name';
import type { Tables } from '@/lib/table/select';
import type { Series } from '@/lib/table/series';
import { type Refusal, refusalOf } from './comparable';
import { inCurrency, toYears } from './transform';
import type { View } from './view';

/** Several series on one axis before units, years and scale are chosen; or why they may not share one. */
export type SeriesChart = {
  series: ChartSeries[];
  unit: string;
  refusal: Refusal | null;
  /** Years left out of yearly sums for want of a month, by series. */
  incomplete: { label: string; years: number[] }[];
};

const MONEY = /^[A-Z]{3}( |$)/;
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
  if (!yearly) return { series: { ...series, unit }, points, incomplete: [] };
  return { series: { ...series, unit, kind: 'calendar_year' as const }, ...yearPoints(points) };
}

/** China in its colour, the first of the others in the partners', further ones grey. */
function tones(all: Series[]): Tone[] {
  const own = all.findIndex(({ dimensions }) => Object.values(dimensions).includes('China'));
  const first = all.findIndex((_, index) => index !== own);
  return all.map((_, index) => (index === own ? 'china' : index === first ? 'partner' : 'grey'));
}

const UNIT_FREE: View['units'][] = ['pch', 'pc1', 'index'];

export function seriesChart(all: Series[], view: View, tables: Tables): SeriesChart {
  const ready = all.map((series) => prepared(series, view, tables));
  const tone = tones(all);
  const series = ready.map(({ series, points }, index) => ({
    id: series.id,
    label: series.label,
    tone: tone[index] ?? 'grey',
    dash: DASHES[index % DASHES.length],
    shape: SHAPES[index % SHAPES.length],
    mark: series.scattered || view.form === 'points' ? ('points' as const) : ('line' as const),
    points,
  }));
  return {
    series,
    unit: ready[0]?.series.unit ?? '',
    refusal: refusalOf(
      ready.map(({ series }) => series),
      UNIT_FREE.includes(view.units),
    ),
    incomplete: ready.flatMap(({ series, incomplete }) =>
      incomplete.length > 0 ? [{ label: series.label, years: incomplete }] : [],
    ),
  };
}
