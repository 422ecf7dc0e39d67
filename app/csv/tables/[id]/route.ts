import { catalog } from '@/lib/catalog';
import { csvResponse } from '@/lib/share/download';
import { tableNamed } from '@/lib/table/select';
import { toCsv } from '@/lib/table/table';

/** `/tables/<id>.csv` */

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  const { tables } = await catalog();
  return [...tables.keys()].map((id) => ({ id }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { tables } = await catalog();
  const table = tableNamed(tables, id);
  return csvResponse(toCsv(table.resource, table.rows), `${id}.csv`);
}
