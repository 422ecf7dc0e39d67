import { withState } from '@/lib/address';
import type { Claim } from '@/lib/claim/claim';
import type { Table } from '@/lib/table/table';
import { type Chosen, chosenHref, viewAlone } from '@/lib/view/chosen';
import { viewHref } from '@/lib/view/view';

/** The addresses that pages point to. They are promises: once out, they keep working. */

export const claimHref = (id: string): string => `/claims/${id}`;
export const textHref = (id: string): string => `/texts/${id}`;
export const tableHref = (id: string): string => `/tables/${id}`;
/** A page of a table's rows, of then where they are. */
export const tablePageHref = ({ resource, asOf }: Table, page: string): string =>
  withState(`${tableHref(resource.name)}/${page}`, asOf);

/** Where a browser scrolls to a quote and marks it; undefined for a text that is nowhere to be read. */
export function quoteHref({ quote, text }: Claim): string | undefined {
  const address = text.address ?? text.relay?.address;
  if (address === undefined) return undefined;
  // In a text directive a hyphen marks the words before or after a quote.
  const exact = encodeURIComponent(quote).replaceAll('-', '%2D');
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${exact}`;
}

/** A reader's own CSV, beside a claim or series of ours. */
export function importHref(beside: { claim?: string; series?: string[] }): string {
  const { claim, series = [] } = beside;
  if (claim !== undefined) return `/import?claim=${claim}`;
  return series.length > 0 ? viewHref('/import', { series }) : '/import';
}

/** The numbers of a page's chart, counted from 1. */
export const claimChartHref = (id: string, number: number, asOf?: string): string =>
  withState(`${claimHref(id)}.chart-${number}.json`, asOf);
/** Of `/chart` in a view, over all its time. */
export function viewChartHref(chosen: Chosen, number: number): string {
  const { view, ...rest } = viewAlone(chosen);
  return chosenHref(`/chart.chart-${number}.json`, { ...rest, view: { ...view, time: undefined } });
}
export const tableChartHref = (id: string, asOf?: string): string =>
  withState(`${tableHref(id)}.chart.json`, asOf);
