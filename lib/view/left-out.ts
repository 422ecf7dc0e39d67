import words from '@/data/words/view.json';
import { type ChartPoint, type ChartSeries, hasPlace, type OverTime } from '@/lib/chart/input';
import { filled } from '@/lib/plain-format';

/** What a view leaves out of a chart, a sentence each. */

const labelled = (series: { label: string }[]): string =>
  series.map(({ label }) => label).join(', ');

const valuesOf = (series: ChartSeries[]): ChartPoint[] =>
  series.flatMap(({ points }) => points.filter(({ value }) => value !== null));

type Left = {
  /** The chart before anything was chosen. */
  input: OverTime;
  /** The series shown, over all their time. */
  all: ChartSeries[];
  /** What is shown. */
  drawn: OverTime;
};

/** A series that is hidden and one that was not chosen are two things: only the first counts in a share. */
function seriesNotes({ input, all }: Left, hide: string[]): string[] {
  const gone = input.series.filter(({ id }) => !all.some((one) => one.id === id));
  const hidden = gone.filter(({ id }) => hide.includes(id));
  const unnamed = gone.filter((one) => !hidden.includes(one));
  return [
    ...(hidden.length > 0 ? [filled(words.left.hidden, { labels: labelled(hidden) })] : []),
    ...(unnamed.length > 0 ? [filled(words.left.unnamed, { labels: labelled(unnamed) })] : []),
  ];
}

function yearsNote({ all, drawn }: Left): string[] {
  const [whole, shown] = [valuesOf(all), valuesOf(drawn.series)];
  if (shown.length === 0 || shown.length === whole.length) return [];
  const first = shown.reduce((a, b) => (b.start < a.start ? b : a));
  const last = shown.reduce((a, b) => (b.end > a.end ? b : a));
  const kept = new Set(shown);
  const gone = whole.filter((point) => !kept.has(point));
  const before = gone.filter(({ start }) => start < first.start).length;
  const after = gone.length - before;
  const counts = [
    ...(before > 0 ? [filled(words.left.before, { count: before, first: first.when })] : []),
    ...(after > 0 ? [filled(words.left.after, { count: after, last: last.when })] : []),
  ];
  return [filled(words.left.years, { counts: counts.join(', ') })];
}

function referencesNote({ input, drawn }: Left): string[] {
  const gone = input.references.filter((one) => !drawn.references.includes(one));
  const low = gone.filter(({ value }) => !hasPlace(drawn.axis, value));
  const others = gone.filter((one) => !low.includes(one));
  return [
    ...(others.length > 0 ? [filled(words.left.references, { labels: labelled(others) })] : []),
    ...(low.length > 0 ? [filled(words.left.referencesLog, { labels: labelled(low) })] : []),
  ];
}

export const leftOut = (left: Left, hide: string[]): string[] => [
  ...seriesNotes(left, hide),
  ...yearsNote(left),
  ...referencesNote(left),
];
