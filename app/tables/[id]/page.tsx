import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StateMoves } from '@/components/state-moves';
import { tableMetadata } from '@/components/table-metadata';
import { TablePage } from '@/components/table-page';
import { catalog } from '@/lib/catalog';
import { historiesOf } from '@/lib/revision/history';
import { revisionsOf } from '@/lib/revision/revisions';

type Props = { params: Promise<{ id: string }> };

export const dynamicParams = false;

export async function generateStaticParams() {
  const { tables } = await catalog();
  return [...tables.keys()].map((id) => ({ id }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return tableMetadata(await catalog(), (await params).id);
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  const all = await catalog();
  const table = all.tables.get(id) ?? notFound();
  if (id !== 'revisions') return <TablePage catalog={all} table={table} />;
  return (
    <TablePage catalog={all} table={table}>
      <StateMoves revisions={revisionsOf(all.tables)} histories={await historiesOf(all)} />
    </TablePage>
  );
}
