import type { Catalog } from '@/lib/catalog';
import { chartInput } from '@/lib/chart/data';
import type { ChartInput } from '@/lib/chart/input';
import { settingOf } from '@/lib/claim/setting';

/** The chart that a table is shown with, if it has figures to draw. */
export function tableChart(catalog: Catalog, id: string): ChartInput | null {
  const definition = catalog.tableCharts[id];
  return definition ? chartInput(definition, definition, settingOf(catalog)) : null;
}
