import { tableFile } from '@/components/whole-file';
import { catalog } from '@/lib/catalog';
import { fileResponse } from '@/lib/share/download';
import { workFormats } from '@/lib/share/work-files';

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
  return fileResponse(await tableFile(await catalog(), id, format));
}
