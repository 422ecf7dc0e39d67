import { Fragment } from 'react';
import { Still } from '#still';
import { ShareButtons } from '@/components/share-buttons';
import { previewHref } from '@/components/shared-metadata';
import words from '@/data/words/en.json';
import { withQuery } from '@/lib/address';
import type { ChartInput } from '@/lib/chart/input';
import { message } from '@/lib/message';
import { origin } from '@/lib/origin';
import { EMBED_WIDTH, embedHeight, snippetHtml } from '@/lib/share/embed';
import { atState, type Chosen, chosenHref, NOTHING, viewAlone } from '@/lib/view/chosen';

const NO_WORDS = {
  ...{ notes: [], notice: '', sources: [], address: origin, state: '' },
  ...{ problem: null, able: NOTHING },
};

/** The address of the view, once for whatever the data become and once for those that it shows. */
export function viewHrefs(path: string, chosen: Chosen, revision: string) {
  return {
    view: chosenHref(path, viewAlone(atState(chosen, undefined))),
    state: chosenHref(path, viewAlone(atState(chosen, revision))),
  };
}

/** Of a frame as wide as a column of text, before its content has told its own. */
const usualHeight = (chart: ChartInput): number =>
  embedHeight(
    { ...NO_WORDS, title: chart.title, subtitle: chart.subtitle, charts: [chart] },
    EMBED_WIDTH.default,
  );

type PictureProps = { path: string; chosen: Chosen; number?: number; title: string };

const withChart = (href: string, number: number): string =>
  number === 1 ? href : withQuery(href, `chart=${number}`);

/** `size` and `density` of each (lib/picture/request.ts), beside what is drawn without either. */
const PICTURES = [
  { name: words.share.png, ending: 'png', query: '' },
  { name: words.share.sharp, ending: 'png', query: 'density=2' },
  { name: words.share.narrow, ending: 'png', query: 'size=narrow&density=2' },
  { name: words.share.social, ending: 'png', query: 'size=social' },
  { name: words.share.svg, ending: 'svg', query: '' },
];

/** A chart as a picture, in each size. */
export function PictureLinks({ path, chosen, number = 1, title }: PictureProps) {
  return (
    <Still as="p" className="picture-links">
      {words.share.pictures}:{' '}
      {PICTURES.map(({ name, ending, query }, index) => (
        <Fragment key={name}>
          {index > 0 && ', '}
          <a
            href={withQuery(
              withChart(chosenHref(`${path}.${ending}`, viewAlone(chosen)), number),
              query,
            )}
            download
          >
            {name}
            <span className="visually-hidden"> of “{title}”</span>
          </a>
        </Fragment>
      ))}
    </Still>
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
    <Still as="details" className="embed">
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
    </Still>
  );
}

const { copyView, copyState, copied, failed, system } = words.share;
const BUTTONS = { copyView, copyState, copied, failed, system };

type Props = {
  path: string;
  chosen: Chosen;
  /** What the picture that stands for the page can do of it, where that is less. */
  preview?: Chosen | undefined;
  title: string;
  revision: string;
  /** The state of the data before this one, where there is one. */
  past?: { revision: string; day: string } | null;
};

/** Links to the view itself, and its address for those who embed by asking (oEmbed). */
export function Share(props: Props) {
  const { path, chosen, title, revision } = props;
  const { view } = viewHrefs(path, chosen, revision);
  const oembed = new URLSearchParams({ url: origin + view, format: 'json' });
  return (
    <>
      <ShareLinks {...props} />
      <link
        rel="alternate"
        type="application/json+oembed"
        href={`/oembed?${oembed}`}
        title={title}
      />
    </>
  );
}

/** Addresses within the site, so that a browser can make them too. */
export function ShareLinks({ path, chosen, preview = chosen, title, revision, past }: Props) {
  const { view, state } = viewHrefs(path, chosen, revision);
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
          <a href={previewHref(`${path}.png`, preview)}>{words.share.preview}</a>
        </li>
        {past && (
          <li>
            <a href={viewHrefs(path, chosen, past.revision).state}>
              {message(words.share.past, past)}
            </a>
          </li>
        )}
      </ul>
      <p className="note">{message(words.share.stateNote, { revision })}</p>
      <ShareButtons {...{ view, state, revision, title }} words={BUTTONS} />
    </details>
  );
}
