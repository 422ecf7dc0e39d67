import { notFound } from 'next/navigation';
import { claimNamed } from '@/components/claim-metadata';
import { catalog } from '@/lib/catalog';
import { chartFile } from '@/lib/chart/row-facts';
import { evidence } from '@/lib/claim/evidence';
import { shownAs } from '@/lib/revision/shown';
import { parametersOf } from '@/lib/view/parameters';

/** `/claims/<id>.chart-<number>.json?v=<revision>`: what the live chart draws of the data of then. */

type Context = { params: Promise<{ id: string; number: string }> };

export async function GET(request: Request, { params }: Context) {
  const { id, number } = await params;
  const then = (await shownAs(await catalog(), parametersOf(request).v)) ?? notFound();
  const chart = evidence(then, claimNamed(then, id)).charts[Number(number) - 1] ?? notFound();
  return Response.json(chartFile(chart, then.tables));
}
