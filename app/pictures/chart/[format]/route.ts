import { chartPicture } from '@/components/picture/picture-input';
import { pictureResponse } from '@/components/picture/picture-response';
import { catalog } from '@/lib/catalog';

/** `/chart.svg?series=…` and `.png`. */

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  const all = await catalog();
  return pictureResponse(request, format, {
    catalog: all,
    name: ['chart'],
    path: '/chart',
    input: (chosen, chart) => (chart === 1 ? chartPicture(all, chosen) : null),
  });
}
