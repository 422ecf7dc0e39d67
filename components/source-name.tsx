import { sourceText } from '@/lib/chart/sources';
import type { Source } from '@/lib/table/source';

/** A source in short; it leads to the source's own row. */
export function SourceName({ source }: { source: Source }) {
  return (
    <a className="source-name" href={source.href}>
      {sourceText(source)}
    </a>
  );
}
