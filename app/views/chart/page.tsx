import type { Metadata } from 'next';
import { chartMetadata } from '@/components/chart-metadata';
import { aboutChart } from '@/components/revision-about';
import { revisionTold } from '@/components/revision-told';
import { SeriesChartPage } from '@/components/series-chart-page';
import { settled } from '@/components/settled';
import { catalog } from '@/lib/catalog';
import { shownAt } from '@/lib/revision/shown';
import { parseChosen } from '@/lib/view/chosen';
import type { Parameters } from '@/lib/view/view';

/** `/chart?series=…` is sent here. */

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { catalog: all, chosen } = await shownAt(await catalog(), parseChosen(await searchParams));
  return chartMetadata(all, chosen);
}

export default async function Page({ searchParams }: Props) {
  const asked = settled('/chart', await searchParams);
  const now = await catalog();
  const told = await revisionTold(now, asked.view.v, () => aboutChart(now, asked));
  return <SeriesChartPage {...(await shownAt(now, asked))} told={told} />;
}
