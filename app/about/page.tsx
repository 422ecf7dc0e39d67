import type { Metadata } from 'next';
import { AboutPage } from '@/components/about-page';
import words from '@/data/words/about.json';
import { catalog } from '@/lib/catalog';

export const metadata: Metadata = { title: words.title, description: words.description };

export default async function Page() {
  return <AboutPage catalog={await catalog()} />;
}
