import { notFound } from 'next/navigation';
import { tableChart } from '@/components/table-chart';
import { catalog } from '@/lib/catalog';
import { chartFile } from '@/lib/chart/row-facts';
import { shownAs } from '@/lib/revision/shown';
import { parametersOf } from '@/lib/view/parameters';

/** `/tables/<id>.chart.json?v=<revision>`: what the live chart draws of the data of then. */

type Context = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Context) {
  const { id } = await params;
  const then = (await shownAs(await catalog(), parametersOf(request).v)) ?? notFound();
  return Response.json(chartFile(tableChart(then, id) ?? notFound(), then.tables));
}
