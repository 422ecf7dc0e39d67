import type { Catalog } from '@/lib/catalog';
import { chartInput } from '@/lib/chart/data';
import type { ChartInput } from '@/lib/chart/input';
import type { TableCharts } from '@/lib/claim/claim';
import { chartSettingOf, settingOf } from '@/lib/claim/setting';
import { firstText } from '@/lib/claim/text';
import { once } from '@/lib/once';

/** The chart that a table is shown with, if it has figures to draw. */
export function tableChart(catalog: Catalog, id: string): ChartInput | null {
  const definition = catalog.tableCharts[id];
  return definition ? inputOf(catalog, definition) : null;
}

const inputOf = once((catalog: Catalog, definition: TableCharts[string]) =>
  chartInput(definition, definition, chartSettingOf(settingOf(catalog), firstText(catalog.claims))),
);
