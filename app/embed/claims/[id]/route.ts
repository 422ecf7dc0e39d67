import { claimNamed } from '@/components/claim-metadata';
import { embedResponse } from '@/components/embed/embed-response';
import { claimHref } from '@/components/links';
import { claimPicture } from '@/components/picture/picture-input';
import { parametersOf } from '@/components/picture/picture-response';
import { catalog } from '@/lib/catalog';
import { catalogAt } from '@/lib/revision/since';

/** `/embed/claims/<id>?chart=2&time=…`: one chart of a claim, for a frame in another page. */

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const all = await catalogAt(await catalog(), parametersOf(request).v);
  const claim = claimNamed(all, id);
  return embedResponse(request, {
    catalog: all,
    path: claimHref(id),
    input: (chosen, chart) => claimPicture(all, claim, chosen, chart),
  });
}
