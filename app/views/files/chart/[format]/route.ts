import { seriesProblem, seriesView } from '@/components/series-view';
import { viewFile } from '@/components/view-file';
import { chartViewWork } from '@/components/view-work';
import { catalog } from '@/lib/catalog';
import { shownTo } from '@/lib/revision/shown';

/** `/chart.csv?series=…`, `.metadata.json`, `.zip`, `.bib`, `.csl.json`; 400 or 404 where they cannot be what was asked. */

type Props = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Props) {
  const { format } = await params;
  const { catalog: all, chosen, missing } = await shownTo(request, await catalog());
  const shown = seriesView(all, chosen);
  const problem = seriesProblem(shown, chosen, missing);
  return viewFile(format, chartViewWork(all, chosen, shown), all.tables, problem);
}
