import { catalog } from '@/lib/catalog';
import { answerOf } from '@/lib/claim/answer';
import { claimsInOrder } from '@/lib/claim/evidence';
import { claimResult } from '@/lib/claim/result';
import { settingOf } from '@/lib/claim/setting';
import { revisionsOf } from '@/lib/revision/revisions';
import { fileResponse } from '@/lib/share/download';
import { atom, feedRevisions } from '@/lib/share/feed';

export const dynamic = 'force-static';

export async function GET() {
  const all = await catalog();
  const claims = claimsInOrder(all).map((claim) => {
    const result = claimResult(claim, settingOf(all));
    const { verdict, held, readings } = result;
    return { ...claim, verdict, held, readings: readings.length, answer: answerOf(result) };
  });
  const revisions = feedRevisions(
    revisionsOf(all.tables),
    (name) => all.tables.get(name)?.resource.title ?? name,
  );
  return fileResponse({
    filename: 'feed.xml',
    type: 'application/atom+xml; charset=utf-8',
    body: atom({ created: all.descriptor.created, revision: all.revision, claims, revisions }),
    shown: true,
  });
}
