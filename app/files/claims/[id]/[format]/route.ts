import { claimNamed } from '@/components/claim-metadata';
import { catalog } from '@/lib/catalog';
import { evidence } from '@/lib/claim/evidence';
import { claimJson } from '@/lib/claim/json';
import { fileResponse } from '@/lib/share/download';
import { claimWork } from '@/lib/share/work';
import { jsonFile, workFile, workFormats } from '@/lib/share/work-files';

/** `/claims/<id>.json`, `.zip`, `.metadata.json`, `.bib`, `.csl.json` */

type Props = { params: Promise<{ id: string; format: string }> };

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  const { claims } = await catalog();
  const formats = ['json', ...workFormats];
  return claims.claims.flatMap(({ id }) => formats.map((format) => ({ id, format })));
}

export async function GET(_request: Request, { params }: Props) {
  const { id, format } = await params;
  const all = await catalog();
  const shown = evidence(all, claimNamed(all, id));
  if (format === 'json') return fileResponse(jsonFile(`claim-${id}.json`, claimJson(all, shown)));
  return fileResponse(await workFile(format, claimWork(all, shown), all.tables));
}
