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

/** What a view left out, and what is missing of each series and why. */
export function LeftOutNotes({ notes, gaps }: { notes: string[]; gaps: Gap[] }) {
  if (notes.length === 0 && gaps.length === 0) return null;
  return (
    <ul className="chart-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
      {gapNotes(gaps).map(({ label, text }) => (
        <li key={`${label} ${text}`}>
          <b>{label}</b>
          {`, ${text}`}
        </li>
      ))}
    </ul>
  );
}

export function Unlabelled({ words }: { words: string[] }) {
  if (words.length === 0) return null;
  return <p className="chart-notes">{`Not labelled for lack of room: ${words.join('; ')}.`}</p>;
}
