import { claimNamed } from '@/components/claim-metadata';
import { viewOf } from '@/components/view-of';
import { catalog } from '@/lib/catalog';
import { evidence } from '@/lib/claim/evidence';
import { csvResponse } from '@/lib/share/download';
import { parseChosen } from '@/lib/view/chosen';
import { viewCsv } from '@/lib/view/csv';

/** `/claims/<id>.csv?csvType=filtered&time=…`: what the charts of that view show. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const all = await catalog();
  const { view } = parseChosen(Object.fromEntries(new URL(request.url).searchParams));
  const { charts } = evidence(all, claimNamed(all, id));
  const viewed = charts.map((chart) => viewOf(chart, view).input);
  return csvResponse(viewCsv(viewed), `claim-${id}-view.csv`);
}
