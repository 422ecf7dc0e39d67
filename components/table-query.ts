import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Resource } from '@/lib/table/descriptor';
import type { Table } from '@/lib/table/table';

/** Tables of ours, as the CSV that anyone may fetch, through the parser that reads them on the server. */

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

export const resources = queryOptions({
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
