import { catalog } from '@/lib/catalog';
import { textAt } from '@/lib/revision/since';
import { csvResponse } from '@/lib/share/download';

/** `/tables/<id>.csv?v=<revision>`: the table's file as it was then, to the byte. */

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const asked = new URL(request.url).searchParams.get('v') ?? '';
  const text = await textAt(await catalog(), asked, id);
  if (text === null) return new Response('No such state of this table.\n', { status: 404 });
  return csvResponse(text, `${id}-${asked}.csv`);
}
