import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Dashboard, type Filter } from '@/components/dashboard';
import { catalog } from '@/lib/catalog';
import { verdicts } from '@/lib/claim/verdict';
import { recentMoves } from '@/lib/revision/history';

/** The dashboard's claims of one topic or one verdict: `/?topic=trade` is sent here. */

type Props = { params: Promise<{ kind: string; value: string }> };

export const dynamicParams = false;
export const metadata: Metadata = { alternates: { canonical: '/' } };

export async function generateStaticParams() {
  const { claims } = await catalog();
  return [
    ...claims.topics.map(({ id }) => ({ kind: 'topic', value: id })),
    ...verdicts.map((value) => ({ kind: 'verdict', value })),
  ];
}

function filterOf(kind: string, value: string): Filter {
  return kind === 'topic' || kind === 'verdict' ? { kind, value } : notFound();
}

export default async function Page({ params }: Props) {
  const { kind, value } = await params;
  const all = await catalog();
  const moves = await recentMoves(all);
  return <Dashboard catalog={all} moves={moves} filter={filterOf(kind, value)} />;
}
