import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { tableHref } from '@/components/links';
import { aboutTable, hasTable } from '@/components/revision-about';
import { RevisionNote } from '@/components/revision-note';
import { revisionTold } from '@/components/revision-told';
import { viewHrefs } from '@/components/share';
import { TableRowsPage } from '@/components/table-rows-page';
import { catalog } from '@/lib/catalog';
import { shownAt } from '@/lib/revision/shown';
import { pagesOf } from '@/lib/table/pages';
import { parseChosen } from '@/lib/view/chosen';
import type { Parameters } from '@/lib/view/view';

/** A page of a table's rows as they were: `/tables/<id>/2024?v=<revision>` is sent here. */

type Props = {
  params: Promise<{ id: string; page: string }>;
  searchParams: Promise<Parameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, page } = await params;
  const { tables } = await catalog();
  return { title: `${tables.get(id)?.resource.title}, ${page}`, robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const { id, page } = await params;
  const now = await catalog();
  const asked = parseChosen(await searchParams);
  const shown = await shownAt(now, asked, hasTable(id));
  const table = shown.catalog.tables.get(id) ?? notFound();
  if (!pagesOf(table).includes(page)) notFound();
  const told = await revisionTold(now, asked.view.v, () => aboutTable(id));
  const hrefs = viewHrefs(`${tableHref(id)}/${page}`, shown.chosen, shown.catalog.revision);
  return (
    <TableRowsPage table={table} page={page} tables={shown.catalog.tables}>
      <RevisionNote told={told} {...hrefs} />
    </TableRowsPage>
  );
}
