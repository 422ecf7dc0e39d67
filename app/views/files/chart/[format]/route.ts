import { seriesView } from '@/components/series-view';
import { viewFile } from '@/components/view-file';
import { chartViewWork } from '@/components/view-work';
import { catalog } from '@/lib/catalog';
import { shownTo } from '@/lib/revision/shown';
import { refusalText } from '@/lib/view/refusal-text';

/** `/chart.csv?series=…`, `.metadata.json`, `.zip`, `.bib`, `.csl.json`; 400 where nothing may be drawn. */

type Props = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Props) {
  const { format } = await params;
  const { catalog: all, chosen } = await shownTo(request, await catalog());
  const shown = seriesView(all, chosen);
  const { refusal } = shown.made;
  if (refusal) return new Response(`${refusalText(refusal)}\n`, { status: 400 });
  return viewFile(format, chartViewWork(all, chosen, shown), all.tables);
}
