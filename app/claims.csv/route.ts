import { catalog } from '@/lib/catalog';
import { claimsCsv } from '@/lib/claim-csv';
import { claimResult } from '@/lib/claim-result';
import { csvResponse } from '@/lib/download';
import { settingOf } from '@/lib/setting';

export const dynamic = 'force-static';

export async function GET() {
  const all = await catalog();
  const results = all.claims.claims.map((claim) => claimResult(claim, settingOf(all)));
  return csvResponse(claimsCsv(results), 'claims.csv');
}
