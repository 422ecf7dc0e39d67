import type { Metadata } from 'next';
import { claimMetadata, claimNamed } from '@/components/claim-metadata';
import { ClaimPage } from '@/components/claim-page';
import { catalog } from '@/lib/catalog';
import { parseLimits } from '@/lib/limits';

/** A claim's page with a reader's own limits: `/claims/<id>?r2=15` is sent here. */

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { ...claimMetadata(await catalog(), id), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const all = await catalog();
  const claim = claimNamed(all, id);
  return <ClaimPage catalog={all} claim={claim} {...parseLimits(await searchParams)} />;
}
