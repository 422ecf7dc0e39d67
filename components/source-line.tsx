import { SourceName } from '@/components/source-name';
import type { ChartInput } from '@/lib/chart/input';
import { chartSources, NAMED } from '@/lib/chart/sources';
import type { Tables } from '@/lib/table/select';

type Props = {
  chart: ChartInput;
  tables: Tables;
  /** Whether the page lists all sources further down. */
  list?: boolean;
};

/** Whose figures a chart shows. */
export function SourceLine({ chart, tables, list = true }: Props) {
  const sources = chartSources(chart, tables);
  const more = sources.length - NAMED;
  return (
    <p className="source-line">
      {sources.length === 1 ? 'Source: ' : 'Sources: '}
      {sources.slice(0, NAMED).map((source, index) => (
        <span key={source.id}>
          {index > 0 && '; '}
          <SourceName source={source} />
        </span>
      ))}
      {more > 0 && <> and {list ? <a href="#sources">{more} more</a> : `${more} more`}</>}.
    </p>
  );
}
