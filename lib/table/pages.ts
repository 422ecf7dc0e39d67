import { yearOf } from './period';
import type { Row, Table } from './table';

/** A table longer than this has its rows on one page a year, so that no page is a scroll without end. */
const ON_ONE_PAGE = 1000;

export const isPaged = (table: Table): boolean => table.rows.length > ON_ONE_PAGE;

/** The year whose page a row stands on. */
export const pageOf = (row: Row): string =>
  row.period && Number.isFinite(row.period.start) ? String(yearOf(row.period)) : 'other';

/** The pages of a table, newest first; none when all its rows stand on the table's own page. */
export function pagesOf(table: Table): string[] {
  return isPaged(table) ? [...new Set(table.rows.map(pageOf))].sort().reverse() : [];
}

/** The address of a row: the page that it stands on, and its key there. */
export function rowHref(table: Table, row: Row): string {
  const page = isPaged(table) ? `/${pageOf(row)}` : '';
  return `/tables/${table.resource.name}${page}#${row.key}`;
}
