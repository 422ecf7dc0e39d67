import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { tableHref } from '@/components/links';
import { aboutTable } from '@/components/revision-about';
import { revisionTold } from '@/components/revision-told';
import { settled } from '@/components/settled';
import { tableMetadata } from '@/components/table-metadata';
import { TablePage } from '@/components/table-page';
import { catalog } from '@/lib/catalog';
import { shownAt } from '@/lib/revision/shown';
import { parseChosen } from '@/lib/view/chosen';
import type { Parameters } from '@/lib/view/view';

/** A table's page with its chart as a reader chose to see it: `/tables/<id>?units=pch` is sent here. */

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { catalog: all, chosen } = await shownAt(await catalog(), parseChosen(await searchParams));
  const { id } = await params;
  return { ...tableMetadata(all, id, chosen), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const now = await catalog();
  const asked = settled(tableHref(id), await searchParams);
  const told = await revisionTold(now, asked.view.v, () => aboutTable(id));
  const shown = await shownAt(now, asked);
  const table = shown.catalog.tables.get(id) ?? notFound();
  return <TablePage {...shown} table={table} told={told} />;
}
