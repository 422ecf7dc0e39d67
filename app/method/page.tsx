import type { Metadata } from 'next';
import { MethodPage } from '@/components/method-page';
import { catalog } from '@/lib/catalog';

export const metadata: Metadata = {
  title: 'Method',
  description:
    'How claims are read, what each verdict means, what is quoted and what is left unrated.',
};

export default async function Page() {
  return <MethodPage catalog={await catalog()} />;
}
