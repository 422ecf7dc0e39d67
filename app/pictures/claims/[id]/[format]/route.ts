import { claimNamed } from '@/components/claim-metadata';
import { claimHref } from '@/components/links';
import { claimPicture } from '@/components/picture/picture-input';
import { pictureResponse } from '@/components/picture/picture-response';
import { catalog } from '@/lib/catalog';

/** `/claims/<id>.svg` and `.png`, of any view, and of the `chart=`th chart. */

type Context = { params: Promise<{ id: string; format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { id, format } = await params;
  const now = await catalog();
  return pictureResponse(request, format, {
    catalog: now,
    name: () => ['claim', id],
    path: claimHref(id),
    input: (shown, chart) => claimPicture(shown, claimNamed(shown.catalog, id), chart),
  });
}
