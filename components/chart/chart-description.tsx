import type { ChartRow } from '@/lib/chart/input';
import type { ChartSummary, Moment, SeriesSummary } from '@/lib/chart/summary';

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

/** Series that the chart is not about, in grey, get the short form. */
function SeriesDescription({ series, format }: SeriesProps) {
  const { label, tone, count, first, last, highest, lowest } = series;
  if (count === 1)
    return (
      <span>
        <b>{label}</b>: <At moment={first} format={format} />.{' '}
      </span>
    );
  const ends = (
    <>
      <b>{label}</b>: first <At moment={first} format={format} />, last{' '}
      <At moment={last} format={format} />
    </>
  );
  if (tone === 'grey') return <span>{ends}. </span>;
  return (
    <span>
      {ends}, highest <At moment={highest} format={format} />, lowest{' '}
      <At moment={lowest} format={format} />.{' '}
    </span>
  );
}

function At({ moment, format }: { moment: Moment; format: (value: number) => string }) {
  return (
    <>
      {format(moment.value)} ({moment.when})
    </>
  );
}

type Rows = Extract<ChartSummary, { layout: 'by-row' }>;

function RowsDescription({ summary }: { summary: Rows }) {
  const { count, missing, highlighted } = summary;
  return (
    <>
      <Ends summary={summary} />
      {highlighted.map(({ row, place }) => (
        <span key={row.id}>
          <b>{row.label}</b>: {row.text}, number {place} of {count}.{' '}
        </span>
      ))}
      {missing.map((row) => (
        <span key={row.id}>
          <b>{row.label}</b>: {row.text}.{' '}
        </span>
      ))}
    </>
  );
}

function Ends({ summary: { time, top, bottom } }: { summary: Rows }) {
  if (!top || !bottom) return null;
  if (top === bottom) return <Named row={top} />;
  return time ? (
    <>
      Earliest: <Named row={top} />. Latest: <Named row={bottom} />.{' '}
    </>
  ) : (
    <>
      Highest: <Named row={top} />. Lowest: <Named row={bottom} />.{' '}
    </>
  );
}

function Named({ row }: { row: ChartRow }) {
  return (
    <>
      <b>{row.label}</b>, {row.text}
    </>
  );
}
