import type { Metadata } from 'next';
import { claimMetadata, claimNamed } from '@/components/claim-metadata';
import { ClaimPage } from '@/components/claim-page';
import { claimHref } from '@/components/links';
import { aboutClaim } from '@/components/revision-about';
import { revisionTold } from '@/components/revision-told';
import { settled } from '@/components/settled';
import { catalog } from '@/lib/catalog';
import { parseChosen } from '@/lib/view/chosen';
import type { Parameters } from '@/lib/view/view';

/** A claim's page as a reader chose to see it: `/claims/<id>?r2=15&time=2015..2024` is sent here. */

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { id } = await params;
  const chosen = parseChosen(await searchParams);
  return { ...claimMetadata(await catalog(), id, chosen), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const all = await catalog();
  const claim = claimNamed(all, id);
  const chosen = settled(claimHref(id), await searchParams);
  const told = await revisionTold(all, chosen.view.v, () => aboutClaim(all, claim, chosen));
  return <ClaimPage catalog={all} claim={claim} chosen={chosen} told={told} />;
}
