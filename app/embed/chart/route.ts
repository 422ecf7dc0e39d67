import { embedResponse } from '@/components/embed/embed-response';
import { chartPicture } from '@/components/picture/picture-input';
import { catalog } from '@/lib/catalog';

/** `/embed/chart?series=…`: any series together, for a frame in another page. */

export async function GET(request: Request) {
  const now = await catalog();
  return embedResponse(request, {
    catalog: now,
    path: '/chart',
    input: (shown, chart) => (chart === 1 ? chartPicture(shown) : null),
  });
}
