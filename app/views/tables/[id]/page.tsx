import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { tableHref } from '@/components/links';
import { aboutTable } from '@/components/revision-about';
import { revisionTold } from '@/components/revision-told';
import { settled } from '@/components/settled';
import { tableMetadata } from '@/components/table-metadata';
import { TablePage } from '@/components/table-page';
import { catalog } from '@/lib/catalog';
import { parseChosen } from '@/lib/view/chosen';
import type { Parameters } from '@/lib/view/view';

/** A table's page with its chart as a reader chose to see it: `/tables/<id>?units=pch` is sent here. */

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { tables } = await catalog();
  const chosen = parseChosen(await searchParams);
  return { ...tableMetadata(tables, (await params).id, chosen), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const all = await catalog();
  const table = all.tables.get(id) ?? notFound();
  const chosen = settled(tableHref(id), await searchParams);
  const told = await revisionTold(all, chosen.view.v, () => aboutTable(table, chosen));
  return <TablePage catalog={all} table={table} chosen={chosen} told={told} />;
}
