import { tableFile } from '@/components/whole-file';
import { catalog } from '@/lib/catalog';
import { shownAs } from '@/lib/revision/shown';
import { textAt } from '@/lib/revision/since';
import { csvResponse, fileResponse } from '@/lib/share/download';
import { stemOf } from '@/lib/share/work';
import { parametersOf } from '@/lib/view/parameters';

/** `/tables/<id>.csv?v=<revision>`: the table's file as it was then, to the byte; `.zip` and others with it. */

type Props = { params: Promise<{ id: string; format: string }> };

const none = () => new Response('No such state of this table.\n', { status: 404 });

export async function GET(request: Request, { params }: Props) {
  const { id, format } = await params;
  const asked = parametersOf(request).v;
  const now = await catalog();
  if (typeof asked !== 'string') return none();
  if (format === 'csv') {
    // Had also where other tables cannot be had as they were.
    const text = await textAt(now, asked, id);
    return text === null ? none() : csvResponse(text, `${stemOf(id, asked)}.csv`);
  }
  const then = await shownAs(now, asked);
  return then ? fileResponse(await tableFile(then, id, format)) : none();
}
