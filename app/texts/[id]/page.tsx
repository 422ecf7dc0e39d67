import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { textHref } from '@/components/links';
import { sharedMetadata } from '@/components/shared-metadata';
import { TextPage } from '@/components/text-page';
import { catalog } from '@/lib/catalog';
import type { Text } from '@/lib/claim/text';
import { recentMoves } from '@/lib/revision/history';

type Props = { params: Promise<{ id: string }> };

export const dynamicParams = false;

export async function generateStaticParams() {
  const { claims } = await catalog();
  return claims.texts.map(({ id }) => ({ id }));
}

async function textOf(params: Props['params']): Promise<Text> {
  const { id } = await params;
  const { claims } = await catalog();
  return claims.texts.find((text) => text.id === id) ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, title, about } = await textOf(params);
  const path = textHref(id);
  return {
    title,
    description: about,
    alternates: { canonical: path },
    ...sharedMetadata({ title, description: about, path, picture: '/claims.png' }),
  };
}

export default async function Page({ params }: Props) {
  const all = await catalog();
  return <TextPage catalog={all} text={await textOf(params)} moves={await recentMoves(all)} />;
}
