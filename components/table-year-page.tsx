import { tableHref } from '@/components/links';
import { RowsTable } from '@/components/rows-table';
import { formatNumber } from '@/lib/format';
import { pageOf, pagesOf } from '@/lib/table/pages';
import type { Table } from '@/lib/table/table';

/** The rows of a long table that begin in one year. */
export function TableYearPage({ table, page }: { table: Table; page: string }) {
  const { name, title } = table.resource;
  const rows = table.rows.filter((row) => pageOf(row) === page).reverse();
  const pages = pagesOf(table);
  const place = pages.indexOf(page);
  const [newer, older] = [pages[place - 1], pages[place + 1]];
  return (
    <main id="main" className="table-page">
      <nav className="crumbs" aria-label="Where you are">
        <a href="/tables">Data</a> › <a href={tableHref(name)}>{title}</a>
      </nav>
      <h1>
        {title}, {page}
      </h1>
      <p className="lead">
        {formatNumber(rows.length)} of {formatNumber(table.rows.length)} rows, newest first.
      </p>
      <RowsTable table={table} rows={rows} />
      <nav className="claim-nav" aria-label="Other years">
        {older && (
          <a rel="prev" href={`${tableHref(name)}/${older}`}>
            <span>Year before</span> {older}
          </a>
        )}
        {newer && (
          <a rel="next" href={`${tableHref(name)}/${newer}`}>
            <span>Year after</span> {newer}
          </a>
        )}
      </nav>
    </main>
  );
}
