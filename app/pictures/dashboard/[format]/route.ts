import { claimsPicture } from '@/components/picture/picture-input';
import { pictureResponse } from '@/components/picture/picture-response';
import { catalog } from '@/lib/catalog';

/** `/claims.svg` and `.png`: all claims, counted by verdict. */

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  return pictureResponse(request, format, {
    catalog: await catalog(),
    name: () => ['claims'],
    path: '/',
    input: ({ catalog }, chart) => (chart === 1 ? claimsPicture(catalog) : null),
  });
}
