import type { ReactNode } from 'react';
import { tableHref, tablePageHref } from '@/components/links';
import { RowsScroll, RowsTable } from '@/components/rows-table';
import words from '@/data/words/en.json';
import { withState } from '@/lib/address';
import { formatNumber } from '@/lib/format';
import { message } from '@/lib/message';
import { pagedBy, pageOf, pagesOf } from '@/lib/table/pages';
import type { Tables } from '@/lib/table/select';
import type { Table } from '@/lib/table/table';

type Props = {
  table: Table;
  page: string;
  /** Those of the sources too, which rows name. */
  tables: Tables;
  /** What must be said of them before. */
  children?: ReactNode;
};

/** The rows of a long table that begin in one year, or are of one topic. */
export function TableRowsPage({ table, page, tables, children }: Props) {
  const { name, title } = table.resource;
  const by = pagedBy(table);
  const rows = table.rows.filter((row) => pageOf(table, row) === page).reverse();
  const pages = pagesOf(table);
  const place = pages.indexOf(page);
  const beside = [pages[place + 1], pages[place - 1]];
  const [before, after] = by === 'year' ? beside : beside.reverse();
  return (
    <main id="main" className="table-page">
      <nav className="crumbs" aria-label="Where you are">
        <a href="/tables">Data</a> › <a href={withState(tableHref(name), table.asOf)}>{title}</a>
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
      {children}
      <RowsScroll table={table}>
        <RowsTable {...{ table, rows, tables }} />
      </RowsScroll>
      <nav className="claim-nav" aria-label={words.pages[by].others}>
        {before && (
          <a rel="prev" href={tablePageHref(table, before)}>
            <span>{words.pages[by].before}</span> {before}
          </a>
        )}
        {after && (
          <a rel="next" href={tablePageHref(table, after)}>
            <span>{words.pages[by].after}</span> {after}
          </a>
        )}
      </nav>
    </main>
  );
}
