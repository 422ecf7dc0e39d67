import type { Metadata } from 'next';
import { ableOf, seriesView } from '@/components/series-view';
import { sharedMetadata } from '@/components/shared-metadata';
import words from '@/data/words/en.json';
import type { Catalog } from '@/lib/catalog';
import type { Chosen } from '@/lib/view/chosen';

const PAGE = { path: '/chart', picture: '/chart.png', title: words.chart.title };

export const plainChartMetadata: Metadata = {
  title: 'Chart',
  description: words.chart.about,
  ...sharedMetadata({ ...PAGE, description: words.chart.about }),
};

/** Named after the series shown. */
export function chartMetadata(catalog: Catalog, chosen: Chosen): Metadata {
  const shown = seriesView(catalog, chosen);
  const { all, input } = shown;
  if (all.length === 0) return { ...plainChartMetadata, robots: { index: false } };
  const description = `${all.map(({ label }) => label).join(', ')}: ${input.subtitle}`;
  const shared = { ...PAGE, title: input.title, description };
  return {
    title: `Chart: ${input.title}`,
    description,
    robots: { index: false },
    ...sharedMetadata(shared, ableOf(shown, chosen)),
  };
}
