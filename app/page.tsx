import type { Metadata } from 'next';
import { Dashboard } from '@/components/dashboard';
import { JsonLd } from '@/components/json-ld';
import { sharedMetadata } from '@/components/shared-metadata';
import words from '@/data/words/share.json';
import { catalog } from '@/lib/catalog';
import { recentMoves } from '@/lib/revision/history';
import { siteLd } from '@/lib/share/json-ld';

export const metadata: Metadata = sharedMetadata({
  title: words.siteTitle,
  description: words.siteDescription,
  path: '/',
  picture: '/claims.png',
});

export default async function Page() {
  const all = await catalog();
  return (
    <>
      <JsonLd data={siteLd(all)} />
      <Dashboard catalog={all} moves={await recentMoves(all)} />
    </>
  );
}
