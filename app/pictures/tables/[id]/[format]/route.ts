import { notFound } from 'next/navigation';
import { tableHref } from '@/components/links';
import { tablePicture } from '@/components/picture/picture-input';
import { parametersOf, pictureResponse } from '@/components/picture/picture-response';
import { catalog } from '@/lib/catalog';
import { catalogAt } from '@/lib/revision/since';

/** `/tables/<id>.svg` and `.png`, of any view. */

type Context = { params: Promise<{ id: string; format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { id, format } = await params;
  const all = await catalogAt(await catalog(), parametersOf(request).v);
  const table = all.tables.get(id) ?? notFound();
  return pictureResponse(request, format, {
    catalog: all,
    name: () => [id],
    path: tableHref(id),
    input: (chosen, chart) => (chart === 1 ? tablePicture(all, table, chosen) : null),
  });
}
