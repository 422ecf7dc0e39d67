import { EmbedPage } from '@/components/embed/embed-page';
import type { Catalog } from '@/lib/catalog';
import { lawful } from '@/lib/chart/fit-text';
import type { PictureInput } from '@/lib/picture/layout';
import { parsePicture } from '@/lib/picture/request';
import { type Shown, shownAt } from '@/lib/revision/shown';
import { chosenHref, parseChosen, viewAlone } from '@/lib/view/chosen';
import { parametersOf } from '@/lib/view/parameters';

/** Only embeds may be framed; what they load is ours. */
const POLICY = [
  "default-src 'none'",
  "object-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "script-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ');

type Subject = {
  /** The data as they are now. */
  catalog: Catalog;
  path: string;
  input: (shown: Shown, chart: number) => PictureInput | null;
};

export async function embedResponse(request: Request, subject: Subject): Promise<Response> {
  const { path, input } = subject;
  const { chart = '1', ...view } = parametersOf(request);
  const asked = parsePicture({ chart });
  const shown = await shownAt(subject.catalog, parseChosen(view));
  const { catalog, chosen } = shown;
  const drawable = 'refused' in asked ? null : input(shown, asked.chart);
  if (!drawable) return new Response('There is no such chart.\n', { status: 404 });
  const { renderToStaticMarkup } = await import('react-dom/server');
  const page = (
    <EmbedPage
      input={drawable}
      tables={catalog.tables}
      revision={catalog.revision}
      path={chosenHref(path, viewAlone(chosen))}
    />
  );
  return new Response(`<!doctype html>${lawful(renderToStaticMarkup(page))}`, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': POLICY,
    },
  });
}
