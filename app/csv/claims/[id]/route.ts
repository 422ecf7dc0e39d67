import { claimNamed } from '@/components/claim-metadata';
import { catalog } from '@/lib/catalog';
import { claimRowsCsv } from '@/lib/claim/csv';
import { evidence } from '@/lib/claim/evidence';
import { csvResponse } from '@/lib/share/download';

/** `/claims/<id>.csv` */

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  const { claims } = await catalog();
  return claims.claims.map(({ id }) => ({ id }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const all = await catalog();
  const { rows } = evidence(all, claimNamed(all, id));
  return csvResponse(claimRowsCsv(rows), `claim-${id}-rows.csv`);
}
