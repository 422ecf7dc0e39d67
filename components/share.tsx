import { ShareButtons } from '@/components/share-buttons';
import { previewHref } from '@/components/shared-metadata';
import words from '@/data/words/en.json';
import type { ChartInput } from '@/lib/chart/input';
import { message } from '@/lib/message';
import { origin } from '@/lib/origin';
import { embedHeight, snippetHtml } from '@/lib/share/embed';
import { type Chosen, chosenHref, viewAlone } from '@/lib/view/chosen';

const NO_WORDS = { notes: [], notice: '', sources: [], address: origin, state: '' };

/** The address of the view, once for whatever the data become and once for what they are now. */
export function viewHrefs(path: string, chosen: Chosen, revision: string) {
  const alone = viewAlone(chosen);
  return {
    view: chosenHref(path, alone),
    state: chosenHref(path, { ...alone, view: { ...alone.view, v: revision } }),
  };
}

/** Of a frame as wide as a column of text, before its content has told its own. */
const usualHeight = (chart: ChartInput): number =>
  embedHeight({ ...NO_WORDS, title: chart.title, subtitle: chart.subtitle, charts: [chart] }, 720);

const withChart = (href: string, number: number): string =>
  number === 1 ? href : `${href}${href.includes('?') ? '&' : '?'}chart=${number}`;

type PictureProps = { path: string; chosen: Chosen; number?: number; title: string };

/** A chart as a picture. */
export function PictureLinks({ path, chosen, number = 1, title }: PictureProps) {
  const of = (ending: string) =>
    withChart(chosenHref(`${path}.${ending}`, viewAlone(chosen)), number);
  return (
    <p className="picture-links">
      {words.share.pictures}:{' '}
      <a href={of('png')} download>
        {words.share.png}
        <span className="visually-hidden"> of “{title}”</span>
      </a>
      ,{' '}
      <a href={of('svg')} download>
        {words.share.svg}
        <span className="visually-hidden"> of “{title}”</span>
      </a>
    </p>
  );
}

type ChartProps = Omit<PictureProps, 'title'> & { chart: ChartInput };

/** What a reader may take away of one chart. */
export function ChartLinks({ chart, ...where }: ChartProps) {
  const height = usualHeight(chart);
  return (
    <>
      <PictureLinks {...where} title={chart.title} />
      <EmbedSnippet {...where} title={chart.title} height={height} />
    </>
  );
}

/** What to paste into another page. */
function EmbedSnippet(props: PictureProps & { height: number }) {
  const { path, chosen, number = 1, title, height } = props;
  const src = origin + withChart(chosenHref(`/embed${path}`, viewAlone(chosen)), number);
  const label = message(words.share.snippet, { title });
  return (
    <details className="embed">
      <summary>
        {words.share.embed}
        <span className="visually-hidden"> “{title}”</span>
      </summary>
      <textarea
        readOnly
        rows={5}
        aria-label={label}
        defaultValue={snippetHtml({ src, title, height }, origin)}
      />
    </details>
  );
}

const { copyView, copyState, copied, failed, system } = words.share;
const BUTTONS = { copyView, copyState, copied, failed, system };

type Props = { path: string; chosen: Chosen; title: string; revision: string };

/** Links to the view itself, and its address for those who embed by asking (oEmbed). */
export function Share({ path, chosen, title, revision }: Props) {
  const { view, state } = viewHrefs(path, chosen, revision);
  const oembed = new URLSearchParams({ url: origin + view, format: 'json' });
  return (
    <details className="share">
      <summary>{words.share.title}</summary>
      <ul>
        <li>
          <a href={view}>{words.share.view}</a>
        </li>
        <li>
          <a href={state}>{words.share.state}</a>
        </li>
        <li>
          <a href={previewHref(`${path}.png`, chosen)}>{words.share.preview}</a>
        </li>
      </ul>
      <p className="note">{message(words.share.stateNote, { revision })}</p>
      <ShareButtons {...{ view, state, title }} words={BUTTONS} />
      <link
        rel="alternate"
        type="application/json+oembed"
        href={`/oembed?${oembed}`}
        title={title}
      />
    </details>
  );
}
