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

export function GapNotes({ gaps }: { gaps: Gap[] }) {
  if (gaps.length === 0) return null;
  return (
    <ul className="chart-notes">
      {gaps.map(({ series, label, from, to, count }) => (
        <li key={`${series}:${from}`}>
          {count === 1 ? (
            <>
              {label}: no figure for {from}.
            </>
          ) : (
            <>
              {label}: no figures from {from} to {to}.
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Unlabelled({ words }: { words: string[] }) {
  if (words.length === 0) return null;
  return <p className="chart-notes">Not labelled for lack of room: {words.join('; ')}.</p>;
}
