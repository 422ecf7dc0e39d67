import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { tableHref } from '@/components/links';
import { sharedMetadata } from '@/components/shared-metadata';
import { tableChart } from '@/components/table-chart';
import { viewOf } from '@/components/view-of';
import type { Catalog } from '@/lib/catalog';
import { type Chosen, doable } from '@/lib/view/chosen';
import { unknownIn } from '@/lib/view/unknown';

/** What the table's chart can do of a view. */
function ableOf(catalog: Catalog, id: string, chosen: Chosen): Chosen {
  const chart = tableChart(catalog, id);
  if (!chart) return chosen;
  return doable(chosen, viewOf(chart, chosen.view).declined, unknownIn(chosen.view, [chart]));
}

export function tableMetadata(catalog: Catalog, id: string, chosen?: Chosen): Metadata {
  const { title, description } = (catalog.tables.get(id) ?? notFound()).resource;
  const path = tableHref(id);
  const able = chosen && ableOf(catalog, id, chosen);
  return {
    title,
    description,
    ...sharedMetadata({ title, description, path, picture: `${path}.png` }, able),
  };
}
