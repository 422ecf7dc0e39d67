import { withState } from '@/lib/address';
import { yearOf } from './period';
import type { Row, Table } from './table';

/** A long table has its rows on pages of their own, as its descriptor says, so that no page is a scroll without end. */
export const isPaged = ({ resource }: Table): boolean => resource.pages !== undefined;

/** By what its rows are parted. */
export const pagedBy = ({ resource }: Table): 'year' | 'topic' =>
  Array.isArray(resource.pages) ? 'topic' : 'year';

/** The page that a row stands on: the year in which its period starts, or the topic that its key begins with. */
export function pageOf({ resource: { pages } }: Table, { key, period }: Row): string {
  if (Array.isArray(pages)) return pages.find((topic) => key.startsWith(`${topic}-`)) ?? 'other';
  return period && Number.isFinite(period.start) ? String(yearOf(period)) : 'other';
}

/** The pages of a table, newest first or by name; none when all its rows stand on the table's own page. */
export function pagesOf(table: Table): string[] {
  if (!isPaged(table)) return [];
  const pages = [...new Set(table.rows.map((row) => pageOf(table, row)))].sort();
  return table.resource.pages === 'year' ? pages.reverse() : pages;
}

/** The address of a row: the page that it stands on, of then where the row is, and its key there. */
export function rowHref(table: Table, row: Row): string {
  const page = isPaged(table) ? `/${pageOf(table, row)}` : '';
  return `${withState(`/tables/${table.resource.name}${page}`, table.asOf)}#${row.key}`;
}
