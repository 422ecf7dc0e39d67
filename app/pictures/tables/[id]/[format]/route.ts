import { notFound } from 'next/navigation';
import { tableHref } from '@/components/links';
import { tablePicture } from '@/components/picture/picture-input';
import { pictureResponse } from '@/components/picture/picture-response';
import { catalog } from '@/lib/catalog';

/** `/tables/<id>.svg` and `.png`, of any view. */

type Context = { params: Promise<{ id: string; format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { id, format } = await params;
  const now = await catalog();
  const { resource } = now.tables.get(id) ?? notFound();
  return pictureResponse(request, format, {
    catalog: now,
    name: () => [id],
    path: tableHref(id),
    input: (shown, chart) => (chart === 1 ? tablePicture(shown, resource) : null),
  });
}
