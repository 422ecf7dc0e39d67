import { seriesView } from '@/components/series-view';
import { catalog } from '@/lib/catalog';
import { csvResponse } from '@/lib/share/download';
import { parseChosen } from '@/lib/view/chosen';
import { viewCsv } from '@/lib/view/csv';

/** `/chart.csv?series=…`: what the chart of that view shows; 400 where it shows none. */
export async function GET(request: Request) {
  const chosen = parseChosen(Object.fromEntries(new URL(request.url).searchParams));
  const { viewed, made } = seriesView(await catalog(), chosen);
  if (made.refusal) return new Response('These series may not share an axis.\n', { status: 400 });
  return csvResponse(viewCsv(viewed.map(({ input }) => input)), 'chart-view.csv');
}
