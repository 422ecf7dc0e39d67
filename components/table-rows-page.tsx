import { tableHref } from '@/components/links';
import { RowsScroll, RowsTable } from '@/components/rows-table';
import words from '@/data/words/en.json';
import { formatNumber } from '@/lib/format';
import { message } from '@/lib/message';
import { pageOf, pagesOf } from '@/lib/table/pages';
import type { Table } from '@/lib/table/table';

/** The rows of a long table that begin in one year, or are of one topic. */
export function TableRowsPage({ table, page }: { table: Table; page: string }) {
  const { name, title, pages: by = 'year' } = table.resource;
  const rows = table.rows.filter((row) => pageOf(table, row) === page).reverse();
  const pages = pagesOf(table);
  const place = pages.indexOf(page);
  const beside = [pages[place + 1], pages[place - 1]];
  const [before, after] = by === 'year' ? beside : beside.reverse();
  return (
    <main id="main" className="table-page">
      <nav className="crumbs" aria-label="Where you are">
        <a href="/tables">Data</a> › <a href={tableHref(name)}>{title}</a>
      </nav>
      <h1>
        {title}, {page}
      </h1>
      <p className="lead">
        {message(words.pages[by].count, {
          n: formatNumber(rows.length),
          all: formatNumber(table.rows.length),
        })}
      </p>
      <RowsScroll table={table}>
        <RowsTable table={table} rows={rows} />
      </RowsScroll>
      <nav className="claim-nav" aria-label={words.pages[by].others}>
        {before && (
          <a rel="prev" href={`${tableHref(name)}/${before}`}>
            <span>{words.pages[by].before}</span> {before}
          </a>
        )}
        {after && (
          <a rel="next" href={`${tableHref(name)}/${after}`}>
            <span>{words.pages[by].after}</span> {after}
          </a>
        )}
      </nav>
    </main>
  );
}
