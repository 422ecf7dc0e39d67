import type { Gap } from './spec';

const span = ({ from, to, count }: Gap) => (count === 1 ? from : `${from} to ${to}`);

/** What is missing, for each series. */
export function gapNotes(gaps: Gap[]): { series: string; label: string; spans: string }[] {
  const labels = new Map(gaps.map((gap) => [gap.series, gap.label]));
  return [...labels].map(([series, label]) => {
    const own = gaps.filter((gap) => gap.series === series);
    return { series, label, spans: own.map(span).join(', ') };
  });
}
