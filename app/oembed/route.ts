import { chartPicture, claimPicture, tablePicture } from '@/components/picture/picture-input';
import { previewHref } from '@/components/shared-metadata';
import words from '@/data/words/en.json';
import { catalog } from '@/lib/catalog';
import { message } from '@/lib/message';
import { origin } from '@/lib/origin';
import type { PictureInput } from '@/lib/picture/layout';
import { type Shown, shownAt } from '@/lib/revision/shown';
import { type Embedded, oembedAnswer, parseOembed } from '@/lib/share/oembed';
import { chosenHref, parseChosen, viewAlone } from '@/lib/view/chosen';
import { parametersOf } from '@/lib/view/parameters';

/** `/oembed?url=…&format=json&maxwidth=…`, for claims, tables and `/chart`. */

const headers = { 'Access-Control-Allow-Origin': '*' };

function titleOf({ title, claim }: PictureInput): string {
  if (!claim) return title;
  return message(words.share.claim, { quote: claim.quote, verdict: claim.verdict });
}

function inputOf(shown: Shown, embedded: Embedded): PictureInput | null {
  const { catalog: all } = shown;
  if (embedded.page === 'chart') return chartPicture(shown);
  const { page, id } = embedded;
  const table = page === 'table' ? all.tables.get(id) : undefined;
  if (table) return tablePicture(shown, table.resource);
  const claim = page === 'claim' && all.claims.claims.find((one) => one.id === id);
  return claim ? claimPicture(shown, claim, 1) : null;
}

const pathOf = (embedded: Embedded): string =>
  embedded.page === 'chart' ? '/chart' : `/${embedded.page}s/${embedded.id}`;

function embeddedIn(shown: Shown, embedded: Embedded) {
  const input = inputOf(shown, embedded);
  if (!input) return null;
  const path = pathOf(embedded);
  return {
    input,
    origin,
    title: titleOf(input),
    src: origin + chosenHref(`/embed${path}`, viewAlone(input.able)),
    picture: origin + previewHref(`${path}.png`, input.able),
  };
}

export async function GET(request: Request) {
  const asked = parseOembed(parametersOf(request), origin);
  if ('status' in asked)
    return Response.json({ error: asked.reason }, { status: asked.status, headers });
  const chosen = parseChosen(Object.fromEntries(asked.query));
  const shown = embeddedIn(await shownAt(await catalog(), chosen), asked.embedded);
  if (!shown) return Response.json({ error: 'No such page.' }, { status: 404, headers });
  return Response.json(oembedAnswer(asked, shown), { headers });
}
