import { claimNamed } from '@/components/claim-metadata';
import { catalog } from '@/lib/catalog';
import { fileResponse } from '@/lib/share/download';
import { atom, FEED_TYPE } from '@/lib/share/feed';
import { claimFeed } from '@/lib/share/feed-of';

type Props = { params: Promise<{ id: string }> };

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  const { claims } = await catalog();
  return claims.claims.map(({ id }) => ({ id }));
}

export async function GET(_: Request, { params }: Props) {
  const { id } = await params;
  const all = await catalog();
  const body = atom(await claimFeed(all, claimNamed(all, id)));
  return fileResponse({ filename: `claim-${id}-feed.xml`, type: FEED_TYPE, body, shown: true });
}
