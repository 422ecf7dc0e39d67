import type { Metadata } from 'next';
import { claimMetadata, claimNamed } from '@/components/claim-metadata';
import { ClaimPage } from '@/components/claim-page';
import { claimHref } from '@/components/links';
import { aboutClaim, hasClaim } from '@/components/revision-about';
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
  const asked = parseChosen(await searchParams);
  const { catalog: all, chosen } = await shownAt(await catalog(), asked, hasClaim(id));
  return { ...claimMetadata(all, id, chosen), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const now = await catalog();
  const asked = settled(claimHref(id), await searchParams);
  const shown = await shownAt(now, asked, hasClaim(id));
  const claim = claimNamed(shown.catalog, id);
  const told = await revisionTold(now, asked.view.v, () => aboutClaim(shown.catalog, claim, asked));
  return <ClaimPage {...shown} claim={claim} told={told} />;
}
