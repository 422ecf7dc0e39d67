import { topicOf } from '@/lib/table/pages';
import { viewHref } from '@/lib/view/view';

/** The addresses that pages point to. They are promises: once out, they keep working. */

export const claimHref = (id: string): string => `/claims/${id}`;
export const tableHref = (id: string): string => `/tables/${id}`;
export const sourceHref = (id: string): string => `/tables/sources/${topicOf(id)}#${id}`;

/** A reader's own CSV, beside a claim or series of ours. */
export function importHref(beside: { claim?: string; series?: string[] }): string {
  const { claim, series = [] } = beside;
  if (claim !== undefined) return `/import?claim=${claim}`;
  return series.length > 0 ? viewHref('/import', { series }) : '/import';
}
