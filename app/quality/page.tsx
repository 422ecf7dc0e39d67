import type { Metadata } from 'next';
import { QualityPage } from '@/components/quality-page';
import words from '@/data/words/quality.json';
import { readIfThere } from '@/lib/assets';
import { parseRecord, RECORD_NAMES } from '@/lib/quality/record';
import '../quality.css';

export const metadata: Metadata = { title: words.title, description: words.about };

/** Read when the pages are built. */
export const dynamic = 'force-static';

export default async function Page() {
  const records = await Promise.all(
    RECORD_NAMES.map(async (name) => {
      const file = `quality/${name}.json`;
      return [name, parseRecord(file, await readIfThere(file))] as const;
    }),
  );
  return <QualityPage records={Object.fromEntries(records)} />;
}
