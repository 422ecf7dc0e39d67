import { notFound } from 'next/navigation';
import { viewFile } from '@/components/view-file';
import { tableViewWork } from '@/components/view-work';
import { catalog } from '@/lib/catalog';
import { shownTo } from '@/lib/revision/shown';

/** `/tables/<id>.csv?csvType=filtered&time=…` and its other files: what the chart of that view shows. */

type Props = { params: Promise<{ id: string; format: string }> };

export async function GET(request: Request, { params }: Props) {
  const { id, format } = await params;
  const { catalog: all, chosen } = await shownTo(request, await catalog());
  const table = all.tables.get(id) ?? notFound();
  const work = tableViewWork(all, chosen, table) ?? notFound();
  return viewFile(format, work, all.tables);
}
