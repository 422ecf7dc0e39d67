import type { Metadata } from 'next';
import { ImportPage } from '@/components/import/import-page';
import words from '@/data/words/import.json';
import { catalog } from '@/lib/catalog';
import '@/components/import/import.css';

export const metadata: Metadata = { title: words.title, description: words.metadata };

export default async function Page() {
  return <ImportPage catalog={await catalog()} />;
}
