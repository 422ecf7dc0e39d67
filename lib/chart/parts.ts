import type { ChartInput, ChartPoint, ChartSeries } from './input';

type Part = Pick<ChartSeries, 'id' | 'label' | 'tone' | 'dash' | 'shape' | 'mark'> & {
  /** From its first figure to its last. */
  start: number;
  end: number;
};

/** As much of a chart as a list of its series needs: without the numbers, which are fetched. */
export type Parts = { layout: 'by-row' } | { layout: 'over-time'; series: Part[] };

function reachOf(points: ChartPoint[]) {
  const known = points.filter(({ value }) => value !== null);
  const start = Math.min(...known.map((point) => point.start));
  return { start, end: Math.max(...known.map(({ end }) => end)) };
}

export function partsOf(whole: ChartInput): Parts {
  if (whole.layout === 'by-row') return { layout: whole.layout };
  const series = whole.series.map(({ id, label, tone, dash, shape, mark, points }) => ({
    ...{ id, label, tone, mark, ...reachOf(points) },
    ...(dash ? { dash } : {}),
    ...(shape ? { shape } : {}),
  }));
  return { layout: whole.layout, series };
}
