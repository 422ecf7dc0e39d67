import type { Metadata } from 'next';
import { SeriesChartPage } from '@/components/series-chart-page';
import { catalog } from '@/lib/catalog';
import { NOTHING } from '@/lib/chosen';

export const metadata: Metadata = {
  title: 'Chart',
  description: 'Any series of any table together, where they may be compared.',
};

export default async function Page() {
  return <SeriesChartPage catalog={await catalog()} chosen={NOTHING} />;
}
