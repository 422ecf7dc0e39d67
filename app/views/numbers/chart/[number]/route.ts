import { notFound } from 'next/navigation';
import { seriesView, wholeCharts } from '@/components/series-view';
import { catalog } from '@/lib/catalog';
import { chartFile } from '@/lib/chart/row-facts';
import { shownTo } from '@/lib/revision/shown';

/** `/chart.chart-<n>.json?series=…`: what the live chart draws, before its years are chosen. */

type Context = { params: Promise<{ number: string }> };

export async function GET(request: Request, { params }: Context) {
  const { number } = await params;
  const { catalog: all, chosen } = await shownTo(request, await catalog());
  const charts = wholeCharts(seriesView(all, chosen), chosen.view);
  return Response.json(chartFile(charts[Number(number) - 1] ?? notFound(), all.tables));
}
