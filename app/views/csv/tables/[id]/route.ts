import { notFound } from 'next/navigation';
import { tableChart } from '@/components/table-chart';
import { viewOf } from '@/components/view-of';
import { catalog } from '@/lib/catalog';
import { csvResponse } from '@/lib/share/download';
import { parseChosen } from '@/lib/view/chosen';
import { viewCsv } from '@/lib/view/csv';

/** `/tables/<id>.csv?csvType=filtered&time=…`: what the chart of that view shows. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const chart = tableChart(await catalog(), id) ?? notFound();
  const { view } = parseChosen(Object.fromEntries(new URL(request.url).searchParams));
  return csvResponse(viewCsv([viewOf(chart, view).input]), `${id}-view.csv`);
}
