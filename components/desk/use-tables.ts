import { QueryClient, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { resources, tableQuery } from '@/components/table-query';
import { RATES } from '@/lib/table/rates';
import { tableOf } from '@/lib/table/series';
import type { Table } from '@/lib/table/table';
import type { View } from '@/lib/view/view';

/** A second try soon, then the reader is asked; without a network too, as the browser may be wrong about that. */
export const newClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: Number.POSITIVE_INFINITY,
        retry: 1,
        retryDelay: 400,
        networkMode: 'always',
      },
    },
  });

/** Of the series, of their sources and, for another currency, of the rates. */
function namesFor({ series = [], currency }: View): string[] {
  if (series.length === 0) return [];
  const rates = currency ? [RATES] : [];
  return [...new Set([...series.map(tableOf), ...rates, 'sources'])];
}

export type Loaded = {
  tables: Map<string, Table>;
  /** Titles of the tables that are on their way. */
  pending: string[];
  /** Titles of those that did not come. */
  failed: string[];
  retry: () => void;
};

/** The tables that a view needs, each asked for once whoever reads it. None asks for nothing. */
export function useTables(view: View | null): Loaded {
  const client = useQueryClient();
  const wanted = view ? namesFor(view) : [];
  const described = useQuery({ ...resources, enabled: wanted.length > 0 });
  const titles = new Map(described.data?.map(({ name, title }) => [name, title]));
  // Before the descriptor is here nobody knows which names are tables.
  const names = wanted.filter((name) => !described.data || titles.has(name));
  const queries = useQueries({ queries: names.map((name) => tableQuery(client, name)) });
  const titled = (state: 'pending' | 'error') =>
    names.flatMap((name, index) =>
      queries[index]?.status === state ? [titles.get(name) ?? name] : [],
    );
  return {
    tables: new Map(queries.flatMap(({ data }) => (data ? [[data.resource.name, data]] : []))),
    pending: titled('pending'),
    failed: titled('error'),
    retry: () => {
      for (const query of queries) if (query.isError) void query.refetch();
    },
  };
}
