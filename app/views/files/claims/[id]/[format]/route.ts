import { claimNamed } from '@/components/claim-metadata';
import { viewFile } from '@/components/view-file';
import { viewOf } from '@/components/view-of';
import { claimViewWork } from '@/components/view-work';
import { catalog } from '@/lib/catalog';
import { evidence } from '@/lib/claim/evidence';
import { shownTo } from '@/lib/revision/shown';
import { figuresProblem } from '@/lib/view/problem';
import { unknownIn } from '@/lib/view/unknown';

/** `/claims/<id>.csv?csvType=filtered&time=…` and its other files: what the charts of that view show. */

type Props = { params: Promise<{ id: string; format: string }> };

export async function GET(request: Request, { params }: Props) {
  const { id, format } = await params;
  const { catalog: all, chosen, missing } = await shownTo(request, await catalog());
  const shown = evidence(all, claimNamed(all, id));
  const viewed = shown.charts.map((chart) => viewOf(chart, chosen.view));
  const unknown = unknownIn(chosen.view, shown.charts);
  const problem = figuresProblem({ chosen, viewed, unknown, missing });
  return viewFile(format, claimViewWork(all, chosen, shown), all.tables, problem);
}
