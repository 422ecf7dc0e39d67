import { claimNamed } from '@/components/claim-metadata';
import { claimHref } from '@/components/links';
import { claimPicture } from '@/components/picture/picture-input';
import { parametersOf, pictureResponse } from '@/components/picture/picture-response';
import { catalog } from '@/lib/catalog';
import { catalogAt } from '@/lib/revision/since';

/** `/claims/<id>.svg` and `.png`, of any view, and of the `chart=`th chart. */

type Context = { params: Promise<{ id: string; format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { id, format } = await params;
  const all = await catalogAt(await catalog(), parametersOf(request).v);
  const claim = claimNamed(all, id);
  return pictureResponse(request, format, {
    catalog: all,
    name: () => ['claim', id],
    path: claimHref(id),
    input: (chosen, chart) => claimPicture(all, claim, chosen, chart),
  });
}
