import type { ChartEvent } from '@/lib/chart-input';
import type { Gap } from '@/lib/chart-spec';

/** The names of the events that the drawing shows as numbers. */
export function EventKey({ events }: { events: ChartEvent[] }) {
  if (events.length === 0) return null;
  return (
    <ol className="chart-events">
      {events.map(({ at, label, when }) => (
        <li key={`${at}:${label}`}>
          {label} <span className="chart-when">{when}</span>
        </li>
      ))}
    </ol>
  );
}

/** What is missing, a line for each series. */
export function GapNotes({ gaps }: { gaps: Gap[] }) {
  if (gaps.length === 0) return null;
  const series = [...new Map(gaps.map((gap) => [gap.series, gap.label]))];
  return (
    <ul className="chart-notes">
      {series.map(([id, label]) => (
        <li key={id}>
          <b>{label}</b>, no figure:{' '}
          {gaps
            .filter((gap) => gap.series === id)
            .map(span)
            .join(', ')}
          .
        </li>
      ))}
    </ul>
  );
}

const span = ({ from, to, count }: Gap) => (count === 1 ? from : `${from} to ${to}`);

export function Unlabelled({ words }: { words: string[] }) {
  if (words.length === 0) return null;
  return <p className="chart-notes">Not labelled for lack of room: {words.join('; ')}.</p>;
}
