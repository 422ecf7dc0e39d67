import { catalog } from '@/lib/catalog';
import { fileResponse } from '@/lib/share/download';
import { atom, FEED_TYPE } from '@/lib/share/feed';
import { siteFeed } from '@/lib/share/feed-of';

export const dynamic = 'force-static';

export async function GET() {
  const body = atom(await siteFeed(await catalog()));
  return fileResponse({ filename: 'feed.xml', type: FEED_TYPE, body, shown: true });
}
