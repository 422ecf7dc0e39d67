import { notFound } from 'next/navigation';
import { tableChart } from '@/components/table-chart';
import { catalog } from '@/lib/catalog';
import { chartFile } from '@/lib/chart/row-facts';

/** `/tables/<id>.chart.json`: what the live chart draws, before any view of it is chosen. */

type Context = { params: Promise<{ id: string }> };

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  const { tableCharts } = await catalog();
  return Object.keys(tableCharts).map((id) => ({ id }));
}

export async function GET(_request: Request, { params }: Context) {
  const { id } = await params;
  const all = await catalog();
  return Response.json(chartFile(tableChart(all, id) ?? notFound(), all.tables));
}
