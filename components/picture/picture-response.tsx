import { createHash } from 'node:crypto';
import { Picture } from '@/components/picture/picture';
import { PICTURE_STYLE } from '@/components/picture/picture-style';
import words from '@/data/words/en.json';
import type { Catalog } from '@/lib/catalog';
import { lawful } from '@/lib/chart/fit-text';
import { keptWithin } from '@/lib/kept';
import { message } from '@/lib/message';
import { type PictureInput, pictureLayout } from '@/lib/picture/layout';
import { pictureName } from '@/lib/picture/name';
import { toPng } from '@/lib/picture/png';
import { type PictureRequest, parsePicture } from '@/lib/picture/request';
import { type Shown, shownAt } from '@/lib/revision/shown';
import { chosenHref, parseChosen, viewAlone } from '@/lib/view/chosen';
import { parametersOf } from '@/lib/view/parameters';

/** About two hundred pictures. */
const kept = keptWithin<Uint8Array>(16_000_000, ({ length }) => length);

const FORMATS = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' } as const;
type Format = keyof typeof FORMATS;

const isFormat = (text: string): text is Format => Object.hasOwn(FORMATS, text);

/** Opened by itself an SVG is a document: it may use its own style and nothing else. */
const styleHash = createHash('sha256').update(PICTURE_STYLE).digest('base64');
const POLICY = `default-src 'none'; object-src 'none'; base-uri 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'`;

const plain = (text: string, status: number) =>
  new Response(`${text}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });

async function svgOf(input: PictureInput, { size }: PictureRequest): Promise<string> {
  // Imported here: at the top of a file Next refuses it wherever pages could reach it.
  const { renderToStaticMarkup } = await import('react-dom/server');
  const { title, subtitle, address, sources } = input;
  const source = sources[0] ?? '';
  const description = message(words.picture.description, { title, subtitle, source, address });
  const picture = (
    <Picture layout={pictureLayout(input, size)} title={title} description={description} />
  );
  return lawful(renderToStaticMarkup(picture));
}

async function drawn(input: PictureInput, asked: PictureRequest, format: Format) {
  const svg = await svgOf(input, asked);
  return format === 'png' ? toPng(svg, asked.density) : new TextEncoder().encode(svg);
}

function answer(picture: Uint8Array, format: Format, name: string): Response {
  return new Response(picture as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': FORMATS[format],
      'Content-Disposition': `inline; filename="${name}"`,
      'Content-Security-Policy': POLICY,
      'Access-Control-Allow-Origin': '*',
    },
  });
}

type Subject = {
  /** The data as they are now. */
  catalog: Catalog;
  /** What the file name begins with. */
  name: (shown: Shown) => string[];
  path: string;
  input: (shown: Shown, chart: number) => PictureInput | null;
};

/** A picture of a view, drawn once and kept while it is asked for. */
export async function pictureResponse(
  request: Request,
  format: string,
  { catalog, name, path, input }: Subject,
): Promise<Response> {
  if (!isFormat(format)) return plain('No such kind of picture.', 404);
  const asked = parsePicture(parametersOf(request));
  if ('refused' in asked) return plain(`Cannot read ${asked.refused}.`, 400);
  const shown = await shownAt(catalog, parseChosen(asked.view));
  const { chosen } = shown;
  const { size, chart, density } = asked;
  const unread = [...chosen.ignored, shown.missing ?? ''].join();
  const key = `${shown.catalog.revision} ${unread} ${format} ${size} ${chart} ${density} ${chosenHref(path, viewAlone(chosen))}`;
  const file = pictureName(name(shown), chosen, asked, format);
  const known = kept.get(key);
  if (known) return answer(known, format, file);
  const drawable = input(shown, chart);
  if (!drawable) return plain('There is no such chart.', 404);
  if (drawable.problem) return plain(drawable.problem.reason, drawable.problem.status);
  const picture = await drawn(drawable, asked, format);
  kept.set(key, picture);
  return answer(picture, format, file);
}
