import { sourceHref } from '@/components/links';
import type { Source } from '@/lib/source';

/** A source in short: who, and when; it leads to the source's own row. */
export function SourceName({ source }: { source: Source }) {
  return (
    <a className="source-name" href={sourceHref(source.id)}>
      {source.publisher}
      {source.published !== 'undated' && source.published !== '' && `, ${source.published}`}
    </a>
  );
}
