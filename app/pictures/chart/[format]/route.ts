import { chartPicture } from '@/components/picture/picture-input';
import { parametersOf, pictureResponse } from '@/components/picture/picture-response';
import { seriesIn } from '@/components/series-view';
import { seriesSubject } from '@/components/view-work';
import { catalog } from '@/lib/catalog';
import { catalogAt } from '@/lib/revision/since';

/** `/chart.svg?series=…` and `.png`. */

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  const all = await catalogAt(await catalog(), parametersOf(request).v);
  return pictureResponse(request, format, {
    catalog: all,
    name: (chosen) => seriesSubject(seriesIn(all.tables, chosen)),
    path: '/chart',
    input: (chosen, chart) => (chart === 1 ? chartPicture(all, chosen) : null),
  });
}
