import type { Catalog } from '@/lib/catalog';
import { chartInput } from '@/lib/chart-data';
import type { ChartInput } from '@/lib/chart-input';

/** The chart that a table is shown with, if it has figures to draw. */
export function tableChart(
  { tableCharts, tables, claims }: Catalog,
  id: string,
): ChartInput | null {
  const definition = tableCharts[id];
  if (!definition) return null;
  return chartInput(definition, definition, tables, claims.article.published);
}
