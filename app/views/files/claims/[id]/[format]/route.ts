import { claimNamed } from '@/components/claim-metadata';
import { parametersOf } from '@/components/picture/picture-response';
import { viewFile } from '@/components/view-file';
import { claimViewWork } from '@/components/view-work';
import { catalog } from '@/lib/catalog';
import { evidence } from '@/lib/claim/evidence';
import { shownAt } from '@/lib/revision/shown';
import { parseChosen } from '@/lib/view/chosen';

/** `/claims/<id>.csv?csvType=filtered&time=…` and its other files: what the charts of that view show. */

type Props = { params: Promise<{ id: string; format: string }> };

export async function GET(request: Request, { params }: Props) {
  const { id, format } = await params;
  const { catalog: all, chosen } = await shownAt(
    await catalog(),
    parseChosen(parametersOf(request)),
  );
  const shown = evidence(all, claimNamed(all, id));
  return viewFile(format, claimViewWork(all, chosen, shown), all.tables);
}
