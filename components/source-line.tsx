import { SourceName } from '@/components/source-name';
import type { ChartInput } from '@/lib/chart-input';
import { rowAt } from '@/lib/row-index';
import { parseRowName } from '@/lib/row-name';
import type { Tables } from '@/lib/select';
import { sourcesNamed } from '@/lib/source';

/** More than these are counted, and stand in the list below. */
const NAMED = 3;

type Props = {
  chart: ChartInput;
  tables: Tables;
  /** Whether the page lists all sources further down. */
  list?: boolean;
};

/** Whose figures a chart shows. */
export function SourceLine({ chart, tables, list = true }: Props) {
  const marks =
    chart.layout === 'by-row' ? chart.rows : chart.series.flatMap((series) => series.points);
  const names = [...new Set(marks.flatMap((mark) => mark.rows))];
  const sources = sourcesNamed(
    names.map((name) => rowAt(tables, parseRowName(name))),
    tables,
  );
  const more = sources.length - NAMED;
  return (
    <p className="source-line">
      {sources.length === 1 ? 'Source: ' : 'Sources: '}
      {sources.slice(0, NAMED).map(({ source }, index) => (
        <span key={source.id}>
          {index > 0 && '; '}
          <SourceName source={source} />
        </span>
      ))}
      {more > 0 && <> and {list ? <a href="#sources">{more} more</a> : `${more} more`}</>}.
    </p>
  );
}
