import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TableRowsPage } from '@/components/table-rows-page';
import { catalog } from '@/lib/catalog';
import { pagesOf } from '@/lib/table/pages';

type Props = { params: Promise<{ id: string; page: string }> };

export const dynamicParams = false;

export async function generateStaticParams() {
  const { tables } = await catalog();
  return [...tables].flatMap(([id, table]) => pagesOf(table).map((page) => ({ id, page })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, page } = await params;
  const { tables } = await catalog();
  return { title: `${tables.get(id)?.resource.title}, ${page}` };
}

export default async function Page({ params }: Props) {
  const { id, page } = await params;
  const { tables } = await catalog();
  return <TableRowsPage table={tables.get(id) ?? notFound()} {...{ page, tables }} />;
}
