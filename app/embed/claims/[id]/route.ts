import { claimNamed } from '@/components/claim-metadata';
import { embedResponse } from '@/components/embed/embed-response';
import { claimHref } from '@/components/links';
import { claimPicture } from '@/components/picture/picture-input';
import { catalog } from '@/lib/catalog';

/** `/embed/claims/<id>?chart=2&time=…`: one chart of a claim, for a frame in another page. */

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const now = await catalog();
  return embedResponse(request, {
    catalog: now,
    path: claimHref(id),
    input: (shown, chart) => claimPicture(shown, claimNamed(shown.catalog, id), chart),
  });
}
