import type { Metadata } from 'next';
import { claimMetadata, claimNamed } from '@/components/claim-metadata';
import { ClaimPage } from '@/components/claim-page';
import { catalog } from '@/lib/catalog';
import { historiesOf } from '@/lib/revision/history';

type Props = { params: Promise<{ id: string }> };

export const dynamicParams = false;

export async function generateStaticParams() {
  const { claims } = await catalog();
  return claims.claims.map(({ id }) => ({ id }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return claimMetadata(await catalog(), id);
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  const all = await catalog();
  const points = (await historiesOf(all)).get(id);
  return <ClaimPage catalog={all} claim={claimNamed(all, id)} points={points} />;
}
