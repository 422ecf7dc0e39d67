import { notFound } from 'next/navigation';
import { parametersOf } from '@/components/picture/picture-response';
import { viewFile } from '@/components/view-file';
import { tableViewWork } from '@/components/view-work';
import { catalog } from '@/lib/catalog';
import { shownAt } from '@/lib/revision/shown';
import { parseChosen } from '@/lib/view/chosen';

/** `/tables/<id>.csv?csvType=filtered&time=…` and its other files: what the chart of that view shows. */

type Props = { params: Promise<{ id: string; format: string }> };

export async function GET(request: Request, { params }: Props) {
  const { id, format } = await params;
  const { catalog: all, chosen } = await shownAt(
    await catalog(),
    parseChosen(parametersOf(request)),
  );
  const table = all.tables.get(id) ?? notFound();
  const work = tableViewWork(all, chosen, table) ?? notFound();
  return viewFile(format, work, all.tables);
}
