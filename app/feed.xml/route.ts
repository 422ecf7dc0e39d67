import { answerOf } from '@/lib/answer';
import { catalog } from '@/lib/catalog';
import { claimResult } from '@/lib/claim-result';
import { fileResponse } from '@/lib/download';
import { claimsInOrder } from '@/lib/evidence';
import { atom } from '@/lib/feed';
import { settingOf } from '@/lib/setting';

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
