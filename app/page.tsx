import { Dashboard } from '@/components/dashboard';
import { JsonLd } from '@/components/json-ld';
import { catalog } from '@/lib/catalog';
import { siteLd } from '@/lib/json-ld';

export default async function Page() {
  const all = await catalog();
  return (
    <>
      <JsonLd data={siteLd(all)} />
      <Dashboard catalog={all} />
    </>
  );
}
