import { type QueryClient, queryOptions, useQueries, useQueryClient } from '@tanstack/react-query';
import type { Resource } from '@/lib/table/descriptor';
import { type Series, seriesById } from '@/lib/table/series';
import type { Table } from '@/lib/table/table';
import type { View } from '@/lib/view/view';

/** Tables of ours, as the CSV that anyone may fetch, through the parser that reads them on the server. */

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

const resources = queryOptions({
  queryKey: ['datapackage'],
  queryFn: async (): Promise<Resource[]> =>
    (await (await fetched('/datapackage.json')).json()).resources,
});

async function readTable(client: QueryClient, name: string): Promise<Table> {
  const [described, text, { parseTableText }] = await Promise.all([
    client.ensureQueryData(resources),
    fetched(`/tables/${name}.csv`).then((response) => response.text()),
    import('@/lib/table/table'),
  ]);
  const resource = described.find((one) => one.name === name);
  if (!resource) throw new Error(`no table "${name}"`);
  return parseTableText(resource, text);
}

export const tableQuery = (client: QueryClient, name: string) =>
  queryOptions({ queryKey: ['table', name], queryFn: () => readTable(client, name), retry: 1 });

export type ShippedSeries = {
  all: Series[];
  tables: Map<string, Table>;
  loading: boolean;
  failed: boolean;
  retry: () => void;
};

const tableOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf(':')));

/** The series of ours that are chosen, and the rates that a currency needs. */
export function useShippedSeries(ids: string[], { currency }: View): ShippedSeries {
  const client = useQueryClient();
  const names = [...new Set([...ids.map(tableOf), ...(currency ? ['exchange-rates'] : [])])];
  const found = useQueries({ queries: names.map((name) => tableQuery(client, name)) });
  const tables = new Map(found.flatMap(({ data }) => (data ? [[data.resource.name, data]] : [])));
  return {
    all: ids.flatMap((id) => seriesById(tables, id) ?? []),
    tables,
    loading: found.some(({ isFetching }) => isFetching),
    failed: found.some(({ isError }) => isError),
    retry: () => {
      for (const { isError, refetch } of found) if (isError) refetch();
    },
  };
}
