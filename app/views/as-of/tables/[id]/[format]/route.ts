import { tableFile } from '@/components/whole-file';
import { catalog } from '@/lib/catalog';
import { shownAs } from '@/lib/revision/shown';
import { fileResponse } from '@/lib/share/download';
import { parametersOf } from '@/lib/view/parameters';

/** `/tables/<id>.csv?v=<revision>`: the table's file as it was then, to the byte; `.zip` and others with it. */

type Props = { params: Promise<{ id: string; format: string }> };

export async function GET(request: Request, { params }: Props) {
  const { id, format } = await params;
  const then = await shownAs(await catalog(), parametersOf(request).v);
  if (!then?.tables.has(id)) return new Response('No such state of this table.\n', { status: 404 });
  return fileResponse(await tableFile(then, id, format));
}
