import { notFound } from 'next/navigation';
import { claimNamed } from '@/components/claim-metadata';
import { catalog } from '@/lib/catalog';
import { chartFile } from '@/lib/chart/row-facts';
import { evidence } from '@/lib/claim/evidence';

/** `/claims/<id>.chart-<number>.json`: what the live chart draws, before any view of it is chosen. */

type Context = { params: Promise<{ id: string; number: string }> };

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  const { claims } = await catalog();
  return claims.claims.flatMap(({ id, charts }) =>
    charts.map((_, index) => ({ id, number: String(index + 1) })),
  );
}

export async function GET(_request: Request, { params }: Context) {
  const { id, number } = await params;
  const all = await catalog();
  const chart = evidence(all, claimNamed(all, id)).charts[Number(number) - 1] ?? notFound();
  return Response.json(chartFile(chart, all.tables));
}
