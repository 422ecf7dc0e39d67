import { catalog } from '@/lib/catalog';
import { claimsCsv } from '@/lib/claim/csv';
import { claimResult } from '@/lib/claim/result';
import { settingOf } from '@/lib/claim/setting';
import { csvResponse } from '@/lib/share/download';

export const dynamic = 'force-static';

export async function GET() {
  const all = await catalog();
  const results = all.claims.claims.map((claim) => claimResult(claim, settingOf(all)));
  return csvResponse(claimsCsv(results), 'claims.csv');
}
