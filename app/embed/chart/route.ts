import { embedResponse } from '@/components/embed/embed-response';
import { chartPicture } from '@/components/picture/picture-input';
import { parametersOf } from '@/components/picture/picture-response';
import { catalog } from '@/lib/catalog';
import { catalogAt } from '@/lib/revision/since';

/** `/embed/chart?series=…`: any series together, for a frame in another page. */

export async function GET(request: Request) {
  const all = await catalogAt(await catalog(), parametersOf(request).v);
  return embedResponse(request, {
    catalog: all,
    path: '/chart',
    input: (chosen, chart) => (chart === 1 ? chartPicture(all, chosen) : null),
  });
}
