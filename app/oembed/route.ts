import { chartPicture, claimPicture, tablePicture } from '@/components/picture/picture-input';
import { previewHref } from '@/components/shared-metadata';
import words from '@/data/words/en.json';
import { type Catalog, catalog } from '@/lib/catalog';
import { message } from '@/lib/message';
import { origin } from '@/lib/origin';
import type { PictureInput } from '@/lib/picture/layout';
import { shownAt } from '@/lib/revision/shown';
import { type Embedded, oembedAnswer, parseOembed } from '@/lib/share/oembed';
import { type Chosen, chosenHref, parseChosen, viewAlone } from '@/lib/view/chosen';
import { parametersOf } from '@/lib/view/parameters';

/** `/oembed?url=…&format=json&maxwidth=…`, for claims, tables and `/chart`. */

const headers = { 'Access-Control-Allow-Origin': '*' };

function titleOf({ title, claim }: PictureInput): string {
  if (!claim) return title;
  return message(words.share.claim, { quote: claim.quote, verdict: claim.verdict });
}

function inputOf(all: Catalog, embedded: Embedded, chosen: Chosen): PictureInput | null {
  if (embedded.page === 'chart') return chartPicture(all, chosen);
  const { page, id } = embedded;
  const table = page === 'table' ? all.tables.get(id) : undefined;
  if (table) return tablePicture(all, table.resource, chosen);
  const claim = page === 'claim' && all.claims.claims.find((one) => one.id === id);
  return claim ? claimPicture(all, claim, chosen, 1) : null;
}

const pathOf = (embedded: Embedded): string =>
  embedded.page === 'chart' ? '/chart' : `/${embedded.page}s/${embedded.id}`;

function embeddedIn(all: Catalog, embedded: Embedded, chosen: Chosen) {
  const input = inputOf(all, embedded, chosen);
  if (!input) return null;
  const path = pathOf(embedded);
  return {
    input,
    origin,
    title: titleOf(input),
    src: origin + chosenHref(`/embed${path}`, viewAlone(chosen)),
    picture: origin + previewHref(`${path}.png`, chosen),
  };
}

export async function GET(request: Request) {
  const asked = parseOembed(parametersOf(request), origin);
  if ('status' in asked)
    return Response.json({ error: asked.reason }, { status: asked.status, headers });
  const { catalog: all, chosen } = await shownAt(
    await catalog(),
    parseChosen(Object.fromEntries(asked.query)),
  );
  const shown = embeddedIn(all, asked.embedded, chosen);
  if (!shown) return Response.json({ error: 'No such page.' }, { status: 404, headers });
  return Response.json(oembedAnswer(asked, shown), { headers });
}
