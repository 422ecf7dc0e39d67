import type { ChartInput } from '@/lib/chart/input';
import type { View } from '@/lib/view/view';

/** Series that a view names, to be shown or hidden, and none of the charts has. */
export function unknownIn({ series = [], hide = [] }: View, charts: ChartInput[]): string[] {
  const known = charts.flatMap((chart) =>
    chart.layout === 'over-time' ? chart.series.map(({ id }) => id) : [],
  );
  return [...new Set([...series, ...hide])].filter((id) => !known.includes(id));
}
