import { catalog } from '@/lib/catalog';
import { answerOf } from '@/lib/claim/answer';
import { claimsInOrder } from '@/lib/claim/evidence';
import { claimResult } from '@/lib/claim/result';
import { settingOf } from '@/lib/claim/setting';
import { fileResponse } from '@/lib/share/download';
import { atom } from '@/lib/share/feed';

export const dynamic = 'force-static';

export async function GET() {
  const all = await catalog();
  const claims = claimsInOrder(all).map((claim) => {
    const result = claimResult(claim, settingOf(all));
    const { verdict, held, readings } = result;
    return { ...claim, verdict, held, readings: readings.length, answer: answerOf(result) };
  });
  return fileResponse({
    filename: 'feed.xml',
    type: 'application/atom+xml; charset=utf-8',
    body: atom({ day: all.descriptor.created.slice(0, 10), revision: all.revision, claims }),
    shown: true,
  });
}
