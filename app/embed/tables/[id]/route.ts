import { notFound } from 'next/navigation';
import { embedResponse } from '@/components/embed/embed-response';
import { tableHref } from '@/components/links';
import { tablePicture } from '@/components/picture/picture-input';
import { catalog } from '@/lib/catalog';

/** `/embed/tables/<id>?time=…`: a table's chart, or in words what the table holds, for a frame in another page. */

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const now = await catalog();
  const { resource } = now.tables.get(id) ?? notFound();
  return embedResponse(request, {
    catalog: now,
    path: tableHref(id),
    input: (shown, chart) => (chart === 1 ? tablePicture(shown, resource) : null),
  });
}
