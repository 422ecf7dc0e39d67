import type { ReactNode } from 'react';
import words from '@/data/words/en.json';
import { message } from '@/lib/message';
import type { Work } from '@/lib/share/work';

type FilesProps = {
  work: { csv: Pick<Work['csv'], 'rows'> };
  href: (ending: string) => string;
  /** Which rows of all that there are. */
  which: keyof typeof words.csvOf;
  /** What a reader who hears only the link's text must know. */
  of?: string;
  children?: ReactNode;
};

/** The files of one thing, in one quiet line; each says of how many rows it is. */
export function Files({ work, href, which, of, children }: FilesProps) {
  const n = work.csv.rows;
  // Of a view with nothing in it.
  if (n === 0) return null;
  const hidden = of && <span className="visually-hidden"> {of}</span>;
  return (
    <p className="downloads">
      <a href={href('csv')} download>
        {message(words.csvOf[which], { n })}
      </a>
      {children}
      {', '}
      <a href={href('metadata.json')}>
        {message(words.fileOf.metadata, { n })}
        {hidden}
      </a>
      {', '}
      <a href={href('zip')} download>
        {message(words.fileOf.zip, { n })}
        {hidden}
      </a>
    </p>
  );
}

type Props = { href: (ending: string) => string; work: Work };

/** All that there is of a table or a claim. */
export function Downloads({ href, work }: Props) {
  if (work.kind === 'table') return <Files work={work} href={href} which="table" />;
  return (
    <Files work={work} href={href} which="claim">
      {', '}
      <a href={href('json')}>JSON of its readings</a>
    </Files>
  );
}
