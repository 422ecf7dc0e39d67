import type { Metadata } from 'next';
import { SeriesChartPage } from '@/components/series-chart-page';
import { settled } from '@/components/settled';
import { catalog } from '@/lib/catalog';
import type { Parameters } from '@/lib/view';

/** `/chart?series=…` is sent here. */

export const metadata: Metadata = { title: 'Chart', robots: { index: false } };

export default async function Page({ searchParams }: { searchParams: Promise<Parameters> }) {
  const chosen = settled('/chart', await searchParams);
  return <SeriesChartPage catalog={await catalog()} chosen={chosen} />;
}
