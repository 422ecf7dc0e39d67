import type { ByRow, ChartInput, ChartRow, ChartSeries } from './chart-input';

export type Moment = { when: string; value: number };

/** `change` is last less first. */
export type SeriesSummary = {
  id: string;
  label: string;
  count: number;
  first: Moment;
  last: Moment;
  highest: Moment;
  lowest: Moment;
  change: number;
};

export type ChartSummary =
  | { layout: 'over-time'; series: SeriesSummary[] }
  | { layout: 'by-row'; count: number; top?: ChartRow; bottom?: ChartRow; highlighted: ChartRow[] };

function moments({ points }: ChartSeries): Moment[] {
  return points.flatMap(({ when, value }) => (value === null ? [] : [{ when, value }]));
}

/** The first of equals stands for all. */
function seriesSummary(series: ChartSeries): SeriesSummary[] {
  const all = moments(series);
  const first = all[0];
  const last = all.at(-1);
  if (!first || !last) return [];
  const highest = all.reduce((best, each) => (each.value > best.value ? each : best));
  const lowest = all.reduce((best, each) => (each.value < best.value ? each : best));
  const { id, label } = series;
  const change = last.value - first.value;
  return [{ id, label, count: all.length, first, last, highest, lowest, change }];
}

function byRowSummary({ rows }: ByRow): ChartSummary {
  const known = rows.filter(({ value }) => value !== null);
  const sorted = known.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const highlighted = rows.filter(({ tone }) => tone !== 'grey');
  const some = highlighted.length < rows.length ? highlighted : [];
  const [top, bottom] = [sorted[0], sorted.at(-1)];
  return {
    layout: 'by-row',
    count: rows.length,
    highlighted: some,
    ...(top ? { top, bottom } : {}),
  };
}

/** The facts that a written description of a chart needs; the sentences are made where they are shown. */
export function chartSummary(input: ChartInput): ChartSummary {
  if (input.layout === 'by-row') return byRowSummary(input);
  return { layout: 'over-time', series: input.series.flatMap(seriesSummary) };
}
