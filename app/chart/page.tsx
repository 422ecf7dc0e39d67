import { plainChartMetadata } from '@/components/chart-metadata';
import { SeriesChartPage } from '@/components/series-chart-page';
import { catalog } from '@/lib/catalog';
import { NOTHING } from '@/lib/view/chosen';

export const metadata = plainChartMetadata;

export default async function Page() {
  return <SeriesChartPage catalog={await catalog()} chosen={NOTHING} />;
}
