import { rowHref } from './pages';
import { type Tables, tableNamed } from './select';
import type { Row, Table } from './table';

export type Source = {
  id: string;
  publisher: string;
  title: string;
  url: string;
  published: string;
  /** Only the site is known, not the page. */
  siteOnly: boolean;
  /** Where a figure was taken from when not from the publisher. */
  via: string | null;
  /** Where its own row stands, among the sources of today. */
  href: string;
};

const cellText = (row: Row, column: string): string => String(row.cells[column] ?? '');

const hrefOf = (table: Table, row: Row): string => rowHref({ ...table, asOf: undefined }, row);

function source(table: Table, row: Row): Source {
  return {
    id: cellText(row, 'source_id'),
    publisher: cellText(row, 'publisher'),
    title: cellText(row, 'title'),
    url: cellText(row, 'url'),
    published: cellText(row, 'published'),
    siteOnly: row.cells.url_exact === 'no',
    via: row.cells.via === null ? null : cellText(row, 'via'),
    href: hrefOf(table, row),
  };
}

/** The address in full; `null` where none is known. */
export function sourceUrl({ url }: Pick<Source, 'url'>): string | null {
  if (url === '') return null;
  return /^https?:\/\//.test(url) ? url : `https://${url}`;
}

const kept = new WeakMap<Tables, Map<string, Source>>();

/** All sources by id. */
export function sourcesOf(tables: Tables): Map<string, Source> {
  const known = kept.get(tables);
  if (known) return known;
  const table = tableNamed(tables, 'sources');
  const sources = new Map(
    table.rows.map((row) => [cellText(row, 'source_id'), source(table, row)]),
  );
  kept.set(tables, sources);
  return sources;
}

/** The sources that rows name, each once, with the number of rows that name it, in order of appearance. */
export function sourcesNamed(rows: Row[], tables: Tables): { source: Source; rows: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const id = cellText(row, 'source_id');
    if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const sources = sourcesOf(tables);
  return [...counts].flatMap(([id, count]) => {
    const found = sources.get(id);
    return found ? [{ source: found, rows: count }] : [];
  });
}
