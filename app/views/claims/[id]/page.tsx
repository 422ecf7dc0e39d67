import type { Metadata } from 'next';
import { claimMetadata, claimNamed } from '@/components/claim-metadata';
import { ClaimPage } from '@/components/claim-page';
import { claimHref } from '@/components/links';
import { aboutClaim } from '@/components/revision-about';
import { revisionTold } from '@/components/revision-told';
import { settled } from '@/components/settled';
import { catalog } from '@/lib/catalog';
import { shownAt } from '@/lib/revision/shown';
import { parseChosen } from '@/lib/view/chosen';
import type { Parameters } from '@/lib/view/view';

/** A claim's page as a reader chose to see it: `/claims/<id>?r2=15&time=2015..2024` is sent here. */

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { id } = await params;
  const { catalog: all, chosen } = await shownAt(await catalog(), parseChosen(await searchParams));
  return { ...claimMetadata(all, id, chosen), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const now = await catalog();
  const claim = claimNamed(now, id);
  const asked = settled(claimHref(id), await searchParams);
  const told = await revisionTold(now, asked.view.v, () => aboutClaim(now, claim, asked));
  return <ClaimPage {...(await shownAt(now, asked))} claim={claim} told={told} />;
}
