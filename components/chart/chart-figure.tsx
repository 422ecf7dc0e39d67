import type { ReactNode } from 'react';
import { Still } from '#still';
import { Heading } from '@/components/live/heading';
import { LiveFigure } from '@/components/live/live-figure';
import type { Numbers } from '@/components/live/loaded';
import type { ChartInput } from '@/lib/chart/input';
import { hasYears } from '@/lib/chart/moments';
import { partsOf } from '@/lib/chart/parts';
import { chartSpec } from '@/lib/chart/spec';
import { formatNumber } from '@/lib/format';
import type { View } from '@/lib/view/view';
import { ChartSvg } from './chart-svg';
import { ChartWords } from './chart-words';

/** What the chart needs to come alive: its whole, its numbers or where they are, the reader's view of it. */
export type Living = { whole: ChartInput; numbers: Numbers; view: View };

type Props = {
  input: ChartInput;
  /** How a value is written in the description and beside a pointer. */
  formatValue?: (value: number) => string;
  /** Makes each mark a link to the row that its number comes from. */
  rowHref?: (name: string) => string;
  living?: Living;
  /** Source line, downloads. */
  children?: ReactNode;
};

/** A chart with all its words. The wide and the narrow drawing are both here; the stylesheet shows one. */
export function ChartFigure({ input, formatValue, rowHref, living, children }: Props) {
  const wide = chartSpec(input, 'wide');
  const specs = [wide, chartSpec(input, 'narrow')];
  const titleId = `chart-${input.id}-title`;
  const descriptionId = `chart-${input.id}-description`;
  const format = formatValue ?? plain(input);
  const shared = { titleId, descriptionId, rowHref, formatValue: format };
  const picture = specs.map((spec) => (
    <Still as="div" key={spec.name} className={`chart-drawing-${spec.name}`}>
      <ChartSvg spec={spec} {...shared} />
    </Still>
  ));
  const words = (
    <Still as="div">
      <ChartWords {...{ input, specs, gaps: wide.gaps, descriptionId, format }} />
    </Still>
  );
  return (
    <figure className="chart" aria-labelledby={titleId}>
      {living ? (
        <LiveFigure
          {...{ titleId, descriptionId, picture, said: words }}
          {...{ numbers: living.numbers, view: living.view, asked: headingOf(input) }}
          parts={partsOf(living.whole)}
          brush={hasYears(living.whole)}
        />
      ) : (
        <>
          <Heading {...headingOf(input)} titleId={titleId} />
          {picture}
          {words}
        </>
      )}
      {children}
    </figure>
  );
}

const headingOf = ({ title, subtitle }: ChartInput) => ({ title, subtitle });

/** Three digits are enough for a description; the table has the rest. */
function plain({ axis }: ChartInput): (value: number) => string {
  const digits = (value: number) => Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return (value) =>
    formatNumber(value, { maximumFractionDigits: Math.min(2, digits(value)) }) +
    (axis.suffix ?? '');
}
