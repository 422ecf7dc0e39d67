import type { Metadata } from 'next';
import { chartMetadata } from '@/components/chart-metadata';
import { aboutChart } from '@/components/revision-about';
import { revisionTold } from '@/components/revision-told';
import { SeriesChartPage } from '@/components/series-chart-page';
import { settled } from '@/components/settled';
import { catalog } from '@/lib/catalog';
import { parseChosen } from '@/lib/view/chosen';
import type { Parameters } from '@/lib/view/view';

/** `/chart?series=…` is sent here. */

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return chartMetadata(await catalog(), parseChosen(await searchParams));
}

export default async function Page({ searchParams }: Props) {
  const chosen = settled('/chart', await searchParams);
  const all = await catalog();
  const told = await revisionTold(all, chosen.view.v, () => aboutChart(all, chosen));
  return <SeriesChartPage catalog={all} chosen={chosen} told={told} />;
}
