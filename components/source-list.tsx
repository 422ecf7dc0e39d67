import words from '@/data/words/en.json';
import { message } from '@/lib/message';
import { type Source, sourceUrl } from '@/lib/table/source';

type Props = { sources: { source: Source; rows: number }[] };

/** What each source is, when it was published, and where it is; said where a figure was not taken from it directly. */
export function SourceItems({ sources }: Props) {
  return (
    <>
      {sources.map(({ source, rows }) => (
        <li key={source.id}>
          <cite>
            {source.publisher}. <SourceTitle source={source} />
          </cite>
          {source.published === '' ? '. No date.' : `, ${source.published}.`}{' '}
          {source.siteOnly && 'The exact page is not known: the link leads to the site. '}
          {source.via && `Second-hand: ${source.via}. `}
          <a className="row-count" href={source.href}>
            {message(words.rows, { n: rows })}
          </a>
        </li>
      ))}
    </>
  );
}

function SourceTitle({ source }: { source: Source }) {
  const url = sourceUrl(source);
  if (url === null) return <>{source.title}</>;
  return (
    <a href={url} rel="external noopener">
      {source.title}
    </a>
  );
}
