import { useQueries, useQueryClient } from '@tanstack/react-query';
import { tableQuery } from '@/components/table-query';
import { RATES } from '@/lib/table/rates';
import { type Series, seriesById, tableOf } from '@/lib/table/series';
import type { Table } from '@/lib/table/table';
import type { View } from '@/lib/view/view';

export type ShippedSeries = {
  all: Series[];
  tables: Map<string, Table>;
  failed: boolean;
  retry: () => void;
};

/** The series of ours that are chosen, and the rates that a currency needs. */
export function useShippedSeries(ids: string[], { currency }: View): ShippedSeries {
  const client = useQueryClient();
  const names = [...new Set([...ids.map(tableOf), ...(currency ? [RATES] : [])])];
  const found = useQueries({ queries: names.map((name) => tableQuery(client, name)) });
  const tables = new Map(found.flatMap(({ data }) => (data ? [[data.resource.name, data]] : [])));
  return {
    all: ids.flatMap((id) => seriesById(tables, id) ?? []),
    tables,
    failed: found.some(({ isError }) => isError),
    retry: () => {
      for (const { isError, refetch } of found) if (isError) refetch();
    },
  };
}
