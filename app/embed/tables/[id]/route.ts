import { notFound } from 'next/navigation';
import { embedResponse } from '@/components/embed/embed-response';
import { tableHref } from '@/components/links';
import { tablePicture } from '@/components/picture/picture-input';
import { parametersOf } from '@/components/picture/picture-response';
import { catalog } from '@/lib/catalog';
import { catalogAt } from '@/lib/revision/since';

/** `/embed/tables/<id>?time=…`: a table's chart, or in words what the table holds, for a frame in another page. */

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const all = await catalogAt(await catalog(), parametersOf(request).v);
  const table = all.tables.get(id) ?? notFound();
  return embedResponse(request, {
    catalog: all,
    path: tableHref(id),
    input: (chosen, chart) => (chart === 1 ? tablePicture(all, table, chosen) : null),
  });
}
