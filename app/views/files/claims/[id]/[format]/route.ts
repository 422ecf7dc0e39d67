import { claimNamed } from '@/components/claim-metadata';
import { parametersOf } from '@/components/picture/picture-response';
import { viewFile } from '@/components/view-file';
import { claimViewWork } from '@/components/view-work';
import { catalog } from '@/lib/catalog';
import { evidence } from '@/lib/claim/evidence';
import { parseChosen } from '@/lib/view/chosen';

/** `/claims/<id>.csv?csvType=filtered&time=…` and its other files: what the charts of that view show. */

type Props = { params: Promise<{ id: string; format: string }> };

export async function GET(request: Request, { params }: Props) {
  const { id, format } = await params;
  const all = await catalog();
  const shown = evidence(all, claimNamed(all, id));
  const chosen = parseChosen(parametersOf(request));
  return viewFile(format, claimViewWork(all, chosen, shown), all.tables);
}
