import { notFound } from 'next/navigation';
import { tableChart } from '@/components/table-chart';
import { viewFile } from '@/components/view-file';
import { viewOf } from '@/components/view-of';
import { tableViewWork } from '@/components/view-work';
import { catalog } from '@/lib/catalog';
import { shownTo } from '@/lib/revision/shown';
import { figuresProblem } from '@/lib/view/problem';
import { unknownIn } from '@/lib/view/unknown';

/** `/tables/<id>.csv?csvType=filtered&time=…` and its other files: what the chart of that view shows. */

type Props = { params: Promise<{ id: string; format: string }> };

export async function GET(request: Request, { params }: Props) {
  const { id, format } = await params;
  const { catalog: all, chosen, missing } = await shownTo(request, await catalog());
  const table = all.tables.get(id) ?? notFound();
  const work = tableViewWork(all, chosen, table) ?? notFound();
  const chart = tableChart(all, id) ?? notFound();
  const unknown = unknownIn(chosen.view, [chart]);
  const viewed = [viewOf(chart, chosen.view)];
  return viewFile(format, work, all.tables, figuresProblem({ chosen, viewed, unknown, missing }));
}
