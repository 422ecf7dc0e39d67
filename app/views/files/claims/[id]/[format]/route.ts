import { claimNamed } from '@/components/claim-metadata';
import { viewFile } from '@/components/view-file';
import { claimViewWork } from '@/components/view-work';
import { catalog } from '@/lib/catalog';
import { evidence } from '@/lib/claim/evidence';
import { shownTo } from '@/lib/revision/shown';

/** `/claims/<id>.csv?csvType=filtered&time=…` and its other files: what the charts of that view show. */

type Props = { params: Promise<{ id: string; format: string }> };

export async function GET(request: Request, { params }: Props) {
  const { id, format } = await params;
  const { catalog: all, chosen } = await shownTo(request, await catalog());
  const shown = evidence(all, claimNamed(all, id));
  return viewFile(format, claimViewWork(all, chosen, shown), all.tables);
}
