import type { Metadata } from 'next';
import { QualityPage } from '@/components/quality-page';
import words from '@/data/words/quality.json';
import { readIfThere } from '@/lib/assets';
import { parseRecord } from '@/lib/quality/record';

export const metadata: Metadata = { title: words.title, description: words.about };

/** Read when the pages are built. */
export const dynamic = 'force-static';

export default async function Page() {
  const [tests, bench] = await Promise.all(
    ['tests', 'bench'].map(async (name) =>
      parseRecord(`quality/${name}.json`, await readIfThere(`quality/${name}.json`)),
    ),
  );
  return <QualityPage tests={tests} bench={bench} />;
}
