import type { ChartRow } from '@/lib/chart-input';
import type { ChartSummary, SeriesSummary } from '@/lib/chart-summary';

type Props = { id: string; summary: ChartSummary; format: (value: number) => string };

/** What the chart shows, in words that anyone can read, whether or not they see the drawing. */
export function ChartDescription({ id, summary, format }: Props) {
  return (
    <p className="chart-description" id={id}>
      {summary.layout === 'by-row' ? (
        <RowsDescription summary={summary} />
      ) : (
        summary.series.map((series) => (
          <SeriesDescription key={series.id} series={series} format={format} />
        ))
      )}
    </p>
  );
}

type SeriesProps = { series: SeriesSummary; format: (value: number) => string };

function SeriesDescription({ series, format }: SeriesProps) {
  const { label, count, first, last, highest, lowest } = series;
  if (count === 1)
    return (
      <span>
        {label}: {format(first.value)} in {first.when}.{' '}
      </span>
    );
  return (
    <span>
      {label}: {format(first.value)} in {first.when} and {format(last.value)} in {last.when}.
      Highest {format(highest.value)} in {highest.when}, lowest {format(lowest.value)} in{' '}
      {lowest.when}.{' '}
    </span>
  );
}

type RowsProps = { summary: Extract<ChartSummary, { layout: 'by-row' }> };

function RowsDescription({ summary: { count, top, bottom, highlighted } }: RowsProps) {
  if (!top || !bottom) return <>No figures for the {count} rows.</>;
  if (top === bottom) return <Named row={top} />;
  const others = highlighted.filter((row) => row !== top && row !== bottom);
  return (
    <>
      Of {count} rows the highest is <Named row={top} /> and the lowest <Named row={bottom} />
      {others.map((row) => (
        <span key={row.id}>
          ; <Named row={row} />
        </span>
      ))}
      .
    </>
  );
}

function Named({ row }: { row: ChartRow }) {
  return (
    <>
      {row.label} ({row.text})
    </>
  );
}
