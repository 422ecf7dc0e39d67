import { catalog } from '@/lib/catalog';
import { fileResponse } from '@/lib/share/download';
import { tableWork } from '@/lib/share/work';
import { workFile, workFormats } from '@/lib/share/work-files';
import { tableNamed } from '@/lib/table/select';

/** `/tables/<id>.zip`, `.metadata.json`, `.bib`, `.csl.json` */

type Props = { params: Promise<{ id: string; format: string }> };

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  const { tables } = await catalog();
  return [...tables.keys()].flatMap((id) => workFormats.map((format) => ({ id, format })));
}

export async function GET(_request: Request, { params }: Props) {
  const { id, format } = await params;
  const all = await catalog();
  const work = tableWork(all, tableNamed(all.tables, id));
  return fileResponse(await workFile(format, work, all.tables));
}
