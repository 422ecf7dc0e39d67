import { tableHref } from '@/components/links';
import words from '@/data/words/en.json';
import { withState } from '@/lib/address';
import { message } from '@/lib/message';
import type { Series } from '@/lib/table/series';

/** The tables that series are taken from, whole, as files. */
export function WholeTables({ all }: { all: Series[] }) {
  return [...new Set(all.map(({ table }) => table))].map((table) => (
    <p key={table.resource.name} className="downloads">
      {table.resource.title}:{' '}
      <a href={withState(`${tableHref(table.resource.name)}.csv`, table.asOf)} download>
        {message(words.csvOf.table, { n: table.rows.length })}
        <span className="visually-hidden"> of {table.resource.title}</span>
      </a>
    </p>
  ));
}
