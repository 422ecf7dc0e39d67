import { chartPicture } from '@/components/picture/picture-input';
import { pictureResponse } from '@/components/picture/picture-response';
import { seriesIn } from '@/components/series-view';
import { seriesSubject } from '@/components/view-work';
import { catalog } from '@/lib/catalog';

/** `/chart.svg?series=…` and `.png`. */

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  const now = await catalog();
  return pictureResponse(request, format, {
    catalog: now,
    name: ({ catalog, chosen }) => seriesSubject(seriesIn(catalog.tables, chosen)),
    path: '/chart',
    input: (shown, chart) => (chart === 1 ? chartPicture(shown) : null),
  });
}
