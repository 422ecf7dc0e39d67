import { gapNotes } from '@/lib/chart/gap-notes';
import type { ChartEvent } from '@/lib/chart/input';
import type { Gap } from '@/lib/chart/spec';

/** The names of the events that the drawing shows as numbers. */
export function EventKey({ events }: { events: ChartEvent[] }) {
  if (events.length === 0) return null;
  return (
    <ol className="chart-events">
      {events.map(({ at, label, when }) => (
        <li key={`${at}:${label}`}>
          {`${label} `}
          <span className="chart-when">{when}</span>
        </li>
      ))}
    </ol>
  );
}

/** What is missing, a line for each series. */
export function GapNotes({ gaps }: { gaps: Gap[] }) {
  if (gaps.length === 0) return null;
  return (
    <ul className="chart-notes">
      {gapNotes(gaps).map(({ series, label, spans }) => (
        <li key={series}>
          <b>{label}</b>
          {`, no figure: ${spans}.`}
        </li>
      ))}
    </ul>
  );
}

export function Unlabelled({ words }: { words: string[] }) {
  if (words.length === 0) return null;
  return <p className="chart-notes">{`Not labelled for lack of room: ${words.join('; ')}.`}</p>;
}
