import type { ChartInput } from '@/lib/chart/input';
import type { ChartSpec, Gap } from '@/lib/chart/spec';
import { chartSummary } from '@/lib/chart/summary';
import { ChartDescription } from './chart-description';
import { EventKey, LeftOutNotes, Unlabelled } from './chart-notes';

type Props = {
  input: ChartInput;
  /** Of each drawing that may be shown. */
  specs: ChartSpec[];
  gaps: Gap[];
  descriptionId: string;
  format: (value: number) => string;
};

/** What stands in words below a drawing. */
export function ChartWords({ input, specs, gaps, descriptionId, format }: Props) {
  return (
    <>
      {specs.map((spec) => (
        <div key={spec.name} className={`chart-drawing-${spec.name}`}>
          <EventKey events={spec.eventKey} />
          <Unlabelled words={spec.unlabelled} />
        </div>
      ))}
      <LeftOutNotes notes={input.notes ?? []} gaps={gaps} />
      <ChartDescription id={descriptionId} summary={chartSummary(input)} format={format} />
    </>
  );
}
