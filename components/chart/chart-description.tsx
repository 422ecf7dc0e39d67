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

/*
 * Each stretch of text is one node: the server sends it so, and where the live chart parted it a browser would set its
 * letters otherwise, by as much as a line.
 */

type SeriesProps = { series: SeriesSummary; format: (value: number) => string };

/** Series that the chart is not about, in grey, get the short form. */
function SeriesDescription({ series, format }: SeriesProps) {
  const { label, tone, count } = series;
  const at = (moment: Moment) => `${format(moment.value)} (${moment.when})`;
  const [first, last] = [at(series.first), at(series.last)];
  const [highest, lowest] = [at(series.highest), at(series.lowest)];
  const all = `: first ${first}, last ${last}, highest ${highest}, lowest ${lowest}. `;
  const ends = `: first ${first}, last ${last}. `;
  const said = tone === 'grey' ? ends : all;
  return (
    <span>
      <b>{label}</b>
      {count === 1 ? `: ${first}. ` : said}
    </span>
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
          <b>{row.label}</b>
          {`: ${row.text}, number ${place} of ${count}. `}
        </span>
      ))}
      {missing.map((row) => (
        <span key={row.id}>
          <b>{row.label}</b>
          {`: ${row.text}. `}
        </span>
      ))}
    </>
  );
}

function Ends({ summary: { time, top, bottom } }: { summary: Rows }) {
  if (!top || !bottom) return null;
  if (top === bottom)
    return (
      <>
        <b>{top.label}</b>
        {`, ${top.text}`}
      </>
    );
  return time ? (
    <>
      {'Earliest: '}
      <b>{top.label}</b>
      {`, ${top.text}. Latest: `}
      <b>{bottom.label}</b>
      {`, ${bottom.text}. `}
    </>
  ) : (
    <>
      {'Highest: '}
      <b>{top.label}</b>
      {`, ${top.text}. Lowest: `}
      <b>{bottom.label}</b>
      {`, ${bottom.text}. `}
    </>
  );
}
