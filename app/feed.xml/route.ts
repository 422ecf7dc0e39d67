import { catalog } from '@/lib/catalog';
import { claimsInOrder, evidence } from '@/lib/claim/evidence';
import { lastTouching, revisionsOf } from '@/lib/revision/revisions';
import { fileResponse } from '@/lib/share/download';
import { atom, feedRevisions } from '@/lib/share/feed';

export const dynamic = 'force-static';

export async function GET() {
  const all = await catalog();
  const { created } = all.descriptor;
  const revisions = revisionsOf(all.tables);
  const present = { id: all.revision, created };
  const isRecorded = revisions.at(-1)?.id === all.revision;
  const claims = claimsInOrder(all).map((claim) => {
    const { result, answer, rows } = evidence(all, claim);
    const { verdict, held, words: counted } = result;
    const tables = new Set(rows.map(({ table }) => table.resource.name));
    const state = (isRecorded && lastTouching(revisions, tables)) || present;
    const since = { revision: state.id, created: state.created };
    return { ...claim, ...since, verdict, held, readings: counted.length, answer };
  });
  const titleOf = (name: string) => all.tables.get(name)?.resource.title ?? name;
  return fileResponse({
    filename: 'feed.xml',
    type: 'application/atom+xml; charset=utf-8',
    body: atom({ created, claims, revisions: feedRevisions(revisions, titleOf) }),
    shown: true,
  });
}
