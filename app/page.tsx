import { Dashboard } from '@/components/dashboard';
import { catalog } from '@/lib/catalog';

export default async function Page() {
  return <Dashboard catalog={await catalog()} />;
}
