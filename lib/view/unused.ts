import type { ChartInput } from '@/lib/chart/input';
import type { View } from './view';

const lines = (chart: ChartInput): boolean =>
  chart.layout === 'over-time' && chart.series.some(({ mark }) => mark === 'line');

/** What a view asks for that a claim's or a table's charts cannot do; `/chart` can do all of it. */
export function unusedOf({ currency, freq, form }: View, charts: ChartInput[]): string[] {
  const formed = form !== 'multiples' && charts.some(lines);
  return [
    ...(currency ? ['currency'] : []),
    ...(freq ? ['freq'] : []),
    ...(form && !formed ? ['form'] : []),
  ];
}

/** Series that a view names, to be shown or hidden, and none of the charts has. */
export function unknownIn({ series = [], hide = [] }: View, charts: ChartInput[]): string[] {
  const known = charts.flatMap((chart) =>
    chart.layout === 'over-time' ? chart.series.map(({ id }) => id) : [],
  );
  return [...new Set([...series, ...hide])].filter((id) => !known.includes(id));
}
