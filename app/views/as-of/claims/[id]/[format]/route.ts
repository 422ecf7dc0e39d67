import { claimFile } from '@/components/whole-file';
import { catalog } from '@/lib/catalog';
import { shownAs } from '@/lib/revision/shown';
import { fileResponse } from '@/lib/share/download';
import { parametersOf } from '@/lib/view/parameters';

/** `/claims/<id>.csv?v=<revision>`, `.json`, `.zip` and the others: a claim by the data of then. */

type Props = { params: Promise<{ id: string; format: string }> };

export async function GET(request: Request, { params }: Props) {
  const { id, format } = await params;
  const then = await shownAs(await catalog(), parametersOf(request).v);
  if (!then) return new Response('No such state of this claim.\n', { status: 404 });
  return fileResponse(await claimFile(then, id, format));
}
