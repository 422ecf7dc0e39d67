import type { ReactNode } from 'react';
import type { ChartInput } from '@/lib/chart/input';
import { chartSpec } from '@/lib/chart/spec';
import { chartSummary } from '@/lib/chart/summary';
import { formatNumber } from '@/lib/format';
import { ChartDescription } from './chart-description';
import { EventKey, GapNotes, Unlabelled } from './chart-notes';
import { ChartSvg } from './chart-svg';

type Props = {
  input: ChartInput;
  /** How a value is written in the description and beside a pointer. */
  formatValue?: (value: number) => string;
  /** Makes each mark a link to the row that its number comes from. */
  rowHref?: (name: string) => string;
  /** Source line, downloads. */
  children?: ReactNode;
};

/** A chart with all its words. The wide and the narrow drawing are both here; the stylesheet shows one. */
export function ChartFigure({ input, formatValue, rowHref, children }: Props) {
  const wide = chartSpec(input, 'wide');
  const narrow = chartSpec(input, 'narrow');
  const titleId = `chart-${input.id}-title`;
  const descriptionId = `chart-${input.id}-description`;
  const format = formatValue ?? plain(input);
  const shared = { titleId, descriptionId, rowHref, formatValue: format };
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <h2 className="chart-title" id={titleId}>
        {input.title}
      </h2>
      <p className="chart-subtitle">{input.subtitle}</p>
      {[wide, narrow].map((spec) => (
        <div key={spec.name} className={`chart-drawing-${spec.name}`}>
          <ChartSvg spec={spec} {...shared} />
          <EventKey events={spec.eventKey} />
          <Unlabelled words={spec.unlabelled} />
        </div>
      ))}
      <GapNotes gaps={wide.gaps} />
      <ChartDescription id={descriptionId} summary={chartSummary(input)} format={format} />
      {children}
    </figure>
  );
}

/** Three digits are enough for a description; the table has the rest. */
function plain({ axis }: ChartInput): (value: number) => string {
  const digits = (value: number) => Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return (value) =>
    formatNumber(value, { maximumFractionDigits: Math.min(2, digits(value)) }) +
    (axis.suffix ?? '');
}
