import type { ReactNode } from 'react';
import { rowHref } from '@/lib/table/pages';
import { rowAt } from '@/lib/table/row-index';
import type { RowRef } from '@/lib/table/row-name';
import { parseRowName } from '@/lib/table/row-name';
import { type Tables, tableNamed } from '@/lib/table/select';

/** The address of a row by its reference, or by its name. */
export function hrefOf(tables: Tables, at: RowRef | string): string {
  const ref = typeof at === 'string' ? parseRowName(at) : at;
  return rowHref(tableNamed(tables, ref.table), rowAt(tables, ref));
}

type Props = { at: RowRef | string | null | undefined; tables: Tables; children: ReactNode };

/** A number that leads to its row; plain text where it comes from no row. */
export function RowLink({ at, tables, children }: Props) {
  return at ? <a href={hrefOf(tables, at)}>{children}</a> : children;
}
