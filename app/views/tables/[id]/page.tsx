import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { tableHref } from '@/components/links';
import { aboutTable, hasTable } from '@/components/revision-about';
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
  const { id } = await params;
  const asked = parseChosen(await searchParams);
  const { catalog: all, chosen } = await shownAt(await catalog(), asked, hasTable(id));
  return { ...tableMetadata(all, id, chosen), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const now = await catalog();
  const asked = settled(tableHref(id), await searchParams);
  const told = await revisionTold(now, asked.view.v, () => aboutTable(id));
  const shown = await shownAt(now, asked, hasTable(id));
  const table = shown.catalog.tables.get(id) ?? notFound();
  return <TablePage {...shown} table={table} told={told} />;
}
